# Generated from openapi/ by `make generate`. Do not edit.
"""The resources of each scope, as attributes. A resource's module is imported when first used."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ..calls.async_sender import AsyncSender
    from ..calls.sender import Sender
    from .config import AsyncProductConfig, ProductConfig
    from .customers import AsyncProductCustomers, ProductCustomers
    from .device_os import AsyncDeviceOS, DeviceOS
    from .devices import (
        AsyncDevices,
        AsyncOrgDevices,
        AsyncProductDevices,
        Devices,
        OrgDevices,
        ProductDevices,
    )
    from .diagnostics import AsyncDiagnostics, Diagnostics
    from .env import AsyncEnv, AsyncOrgEnv, AsyncProductEnv, Env, OrgEnv, ProductEnv
    from .events import (
        AsyncEvents,
        AsyncOrgEvents,
        AsyncProductEvents,
        Events,
        OrgEvents,
        ProductEvents,
    )
    from .firmware import (
        AsyncFirmwareBinaries,
        AsyncProductFirmwareBinaries,
        FirmwareBinaries,
        ProductFirmwareBinaries,
    )
    from .groups import AsyncProductGroups, ProductGroups
    from .integrations import (
        AsyncIntegrations,
        AsyncOrgIntegrations,
        AsyncProductIntegrations,
        Integrations,
        OrgIntegrations,
        ProductIntegrations,
    )
    from .ledgers import AsyncLedgers, Ledgers
    from .libraries import AsyncLibraries, Libraries
    from .locations import AsyncProductLocations, ProductLocations
    from .logic import AsyncLogic, AsyncOrgLogic, AsyncProductLogic, Logic, OrgLogic, ProductLogic
    from .metrics import AsyncProductMetrics, ProductMetrics
    from .networks import AsyncNetworks, Networks
    from .oauth_clients import AsyncOAuthClients, OAuthClients
    from .orgs import AsyncOrgs, Orgs
    from .products import AsyncOrgProducts, AsyncProducts, OrgProducts, Products
    from .search import AsyncOrgSearch, AsyncSearch, OrgSearch, Search
    from .secrets import AsyncOrgSecrets, AsyncSecrets, OrgSecrets, Secrets
    from .serial_numbers import AsyncSerialNumbers, SerialNumbers
    from .service_agreements import (
        AsyncOrgServiceAgreements,
        AsyncServiceAgreements,
        OrgServiceAgreements,
        ServiceAgreements,
    )
    from .sims import AsyncProductSims, AsyncSims, ProductSims, Sims
    from .team import AsyncOrgTeam, AsyncProductTeam, OrgTeam, ProductTeam
    from .tokens import AsyncTokens, Tokens
    from .user import AsyncCurrentUser, CurrentUser
    from .webhooks import AsyncWebhooks, Webhooks


class AccountResources:
    """Resources of the account."""

    def _scope_context(self) -> tuple[Sender, str]:
        """Return the client, and the path that the resources are under."""
        raise NotImplementedError

    @property
    def tokens(self) -> Tokens:
        """Access tokens: creating one with a username and password, a one-time password, a client's
        secret or a refresh token; listing tokens and revoking them.
        """
        from .tokens import Tokens

        return Tokens(*self._scope_context())

    @property
    def user(self) -> CurrentUser:
        """The account that the access token belongs to: its profile, username and password,
        multi-factor authentication, and the creation and deletion of accounts.
        """
        from .user import CurrentUser

        return CurrentUser(*self._scope_context())

    @property
    def devices(self) -> Devices:
        """Devices, one by one or as a list: claiming and naming them, reading their variables,
        calling their functions, sending them firmware, and administering those that belong to a
        product.
        """
        from .devices import Devices

        return Devices(*self._scope_context())

    @property
    def serial_numbers(self) -> SerialNumbers:
        """Serial numbers, as they are printed on the packaging of devices."""
        from .serial_numbers import SerialNumbers

        return SerialNumbers(*self._scope_context())

    @property
    def diagnostics(self) -> Diagnostics:
        """Device vitals: how devices are doing, with their network and signal, power, memory and
        connection to the cloud.
        """
        from .diagnostics import Diagnostics

        return Diagnostics(*self._scope_context())

    @property
    def sims(self) -> Sims:
        """SIM cards: their life cycle, from activation to release, the data that they use, and
        their cellular connection.
        """
        from .sims import Sims

        return Sims(*self._scope_context())

    @property
    def firmware(self) -> FirmwareBinaries:
        """Firmware: compiling source code in the cloud, and the versions of a product's firmware
        with their release to the fleet.
        """
        from .firmware import FirmwareBinaries

        return FirmwareBinaries(*self._scope_context())

    @property
    def device_os(self) -> DeviceOS:
        """The versions of Device OS, the operating system of the devices."""
        from .device_os import DeviceOS

        return DeviceOS(*self._scope_context())

    @property
    def libraries(self) -> Libraries:
        """Libraries of firmware: finding and reading those that others published, and publishing
        your own.
        """
        from .libraries import Libraries

        return Libraries(*self._scope_context())

    @property
    def events(self) -> Events:
        """Events: publishing them, and receiving them as they happen over a stream that stays open
        (server-sent events).
        """
        from .events import Events

        return Events(*self._scope_context())

    @property
    def integrations(self) -> Integrations:
        """Integrations, which pass events on to other services: webhooks, Azure IoT Hub, Google
        Cloud Platform and Google Maps.
        """
        from .integrations import Integrations

        return Integrations(*self._scope_context())

    @property
    def webhooks(self) -> Webhooks:
        """Webhooks, the integrations that send an HTTP request to a web address whenever an event
        happens.
        """
        from .webhooks import Webhooks

        return Webhooks(*self._scope_context())

    @property
    def logic(self) -> Logic:
        """Logic: functions that the cloud runs on a schedule or when an event happens, their runs
        and what they logged.
        """
        from .logic import Logic

        return Logic(*self._scope_context())

    @property
    def ledgers(self) -> Ledgers:
        """Ledgers: data that devices and the cloud share, kept for the whole account, for each
        product or for each device, with their earlier versions.
        """
        from .ledgers import Ledgers

        return Ledgers(*self._scope_context())

    @property
    def env(self) -> Env:
        """Environment variables, which devices get with a rollout: those of an organization or an
        account hold for its products, those of a product for its devices, and a device may have its
        own.
        """
        from .env import Env

        return Env(*self._scope_context())

    @property
    def secrets(self) -> Secrets:
        """Secrets, which logic functions and integrations use by name and nobody can read again."""
        from .secrets import Secrets

        return Secrets(*self._scope_context())

    @property
    def products(self) -> Products:
        """Products, each a fleet of devices of one type that runs the same firmware."""
        from .products import Products

        return Products(*self._scope_context())

    @property
    def orgs(self) -> Orgs:
        """Organizations, which own products and share them among the people of a company."""
        from .orgs import Orgs

        return Orgs(*self._scope_context())

    @property
    def search(self) -> Search:
        """Search for devices, products and SIM cards of the account or an organization."""
        from .search import Search

        return Search(*self._scope_context())

    @property
    def oauth_clients(self) -> OAuthClients:
        """OAuth clients: the applications that ask for access tokens, each with an ID and a
        secret.
        """
        from .oauth_clients import OAuthClients

        return OAuthClients(*self._scope_context())

    @property
    def service_agreements(self) -> ServiceAgreements:
        """Service agreements: what an account or an organization may use of the cloud, what it has
        used, and reports about it.
        """
        from .service_agreements import ServiceAgreements

        return ServiceAgreements(*self._scope_context())

    @property
    def networks(self) -> Networks:
        """Mesh networks of devices. Deprecated: the current official SDK has dropped them."""
        from .networks import Networks

        return Networks(*self._scope_context())


class ProductResources:
    """Resources of a product."""

    def __init__(self, client: Sender, path: str) -> None:
        self._client = client
        self._scope = path

    def __repr__(self) -> str:
        return f"<{type(self).__name__} {self._scope}>"

    def _scope_context(self) -> tuple[Sender, str]:
        """Return the client, and the path that the resources are under."""
        return self._client, self._scope

    @property
    def devices(self) -> ProductDevices:
        """Devices, one by one or as a list: claiming and naming them, reading their variables,
        calling their functions, sending them firmware, and administering those that belong to a
        product.
        """
        from .devices import ProductDevices

        return ProductDevices(*self._scope_context())

    @property
    def diagnostics(self) -> Diagnostics:
        """Device vitals: how devices are doing, with their network and signal, power, memory and
        connection to the cloud.
        """
        from .diagnostics import Diagnostics

        return Diagnostics(*self._scope_context())

    @property
    def sims(self) -> ProductSims:
        """SIM cards: their life cycle, from activation to release, the data that they use, and
        their cellular connection.
        """
        from .sims import ProductSims

        return ProductSims(*self._scope_context())

    @property
    def firmware(self) -> ProductFirmwareBinaries:
        """Firmware: compiling source code in the cloud, and the versions of a product's firmware
        with their release to the fleet.
        """
        from .firmware import ProductFirmwareBinaries

        return ProductFirmwareBinaries(*self._scope_context())

    @property
    def events(self) -> ProductEvents:
        """Events: publishing them, and receiving them as they happen over a stream that stays open
        (server-sent events).
        """
        from .events import ProductEvents

        return ProductEvents(*self._scope_context())

    @property
    def integrations(self) -> ProductIntegrations:
        """Integrations, which pass events on to other services: webhooks, Azure IoT Hub, Google
        Cloud Platform and Google Maps.
        """
        from .integrations import ProductIntegrations

        return ProductIntegrations(*self._scope_context())

    @property
    def webhooks(self) -> Webhooks:
        """Webhooks, the integrations that send an HTTP request to a web address whenever an event
        happens.
        """
        from .webhooks import Webhooks

        return Webhooks(*self._scope_context())

    @property
    def logic(self) -> ProductLogic:
        """Logic: functions that the cloud runs on a schedule or when an event happens, their runs
        and what they logged.
        """
        from .logic import ProductLogic

        return ProductLogic(*self._scope_context())

    @property
    def ledgers(self) -> Ledgers:
        """Ledgers: data that devices and the cloud share, kept for the whole account, for each
        product or for each device, with their earlier versions.
        """
        from .ledgers import Ledgers

        return Ledgers(*self._scope_context())

    @property
    def env(self) -> ProductEnv:
        """Environment variables, which devices get with a rollout: those of an organization or an
        account hold for its products, those of a product for its devices, and a device may have its
        own.
        """
        from .env import ProductEnv

        return ProductEnv(*self._scope_context())

    @property
    def groups(self) -> ProductGroups:
        """Device groups of a product, to which firmware can be released before the whole fleet gets
        it.
        """
        from .groups import ProductGroups

        return ProductGroups(*self._scope_context())

    @property
    def config(self) -> ProductConfig:
        """The configuration of a product's devices, which the cloud keeps in step with them, and
        the JSON Schema that it follows.
        """
        from .config import ProductConfig

        return ProductConfig(*self._scope_context())

    @property
    def locations(self) -> ProductLocations:
        """Where the devices of a product are, and where they were."""
        from .locations import ProductLocations

        return ProductLocations(*self._scope_context())

    @property
    def metrics(self) -> ProductMetrics:
        """The health of a fleet over time: devices online, events received, and how integrations,
        functions and variables went.
        """
        from .metrics import ProductMetrics

        return ProductMetrics(*self._scope_context())

    @property
    def customers(self) -> ProductCustomers:
        """Customers of a product: end users with a login of their own, each with the devices that
        they claimed.
        """
        from .customers import ProductCustomers

        return ProductCustomers(*self._scope_context())

    @property
    def team(self) -> ProductTeam:
        """The team of a product or an organization: people with their roles, and API users, which
        are accounts for programs.
        """
        from .team import ProductTeam

        return ProductTeam(*self._scope_context())

    @property
    def oauth_clients(self) -> OAuthClients:
        """OAuth clients: the applications that ask for access tokens, each with an ID and a
        secret.
        """
        from .oauth_clients import OAuthClients

        return OAuthClients(*self._scope_context())


class OrgResources:
    """Resources of an organization."""

    def __init__(self, client: Sender, path: str) -> None:
        self._client = client
        self._scope = path

    def __repr__(self) -> str:
        return f"<{type(self).__name__} {self._scope}>"

    def _scope_context(self) -> tuple[Sender, str]:
        """Return the client, and the path that the resources are under."""
        return self._client, self._scope

    @property
    def devices(self) -> OrgDevices:
        """Devices, one by one or as a list: claiming and naming them, reading their variables,
        calling their functions, sending them firmware, and administering those that belong to a
        product.
        """
        from .devices import OrgDevices

        return OrgDevices(*self._scope_context())

    @property
    def events(self) -> OrgEvents:
        """Events: publishing them, and receiving them as they happen over a stream that stays open
        (server-sent events).
        """
        from .events import OrgEvents

        return OrgEvents(*self._scope_context())

    @property
    def integrations(self) -> OrgIntegrations:
        """Integrations, which pass events on to other services: webhooks, Azure IoT Hub, Google
        Cloud Platform and Google Maps.
        """
        from .integrations import OrgIntegrations

        return OrgIntegrations(*self._scope_context())

    @property
    def logic(self) -> OrgLogic:
        """Logic: functions that the cloud runs on a schedule or when an event happens, their runs
        and what they logged.
        """
        from .logic import OrgLogic

        return OrgLogic(*self._scope_context())

    @property
    def ledgers(self) -> Ledgers:
        """Ledgers: data that devices and the cloud share, kept for the whole account, for each
        product or for each device, with their earlier versions.
        """
        from .ledgers import Ledgers

        return Ledgers(*self._scope_context())

    @property
    def env(self) -> OrgEnv:
        """Environment variables, which devices get with a rollout: those of an organization or an
        account hold for its products, those of a product for its devices, and a device may have its
        own.
        """
        from .env import OrgEnv

        return OrgEnv(*self._scope_context())

    @property
    def secrets(self) -> OrgSecrets:
        """Secrets, which logic functions and integrations use by name and nobody can read again."""
        from .secrets import OrgSecrets

        return OrgSecrets(*self._scope_context())

    @property
    def products(self) -> OrgProducts:
        """Products, each a fleet of devices of one type that runs the same firmware."""
        from .products import OrgProducts

        return OrgProducts(*self._scope_context())

    @property
    def team(self) -> OrgTeam:
        """The team of a product or an organization: people with their roles, and API users, which
        are accounts for programs.
        """
        from .team import OrgTeam

        return OrgTeam(*self._scope_context())

    @property
    def search(self) -> OrgSearch:
        """Search for devices, products and SIM cards of the account or an organization."""
        from .search import OrgSearch

        return OrgSearch(*self._scope_context())

    @property
    def service_agreements(self) -> OrgServiceAgreements:
        """Service agreements: what an account or an organization may use of the cloud, what it has
        used, and reports about it.
        """
        from .service_agreements import OrgServiceAgreements

        return OrgServiceAgreements(*self._scope_context())


class AsyncAccountResources:
    """Resources of the account."""

    def _scope_context(self) -> tuple[AsyncSender, str]:
        """Return the client, and the path that the resources are under."""
        raise NotImplementedError

    @property
    def tokens(self) -> AsyncTokens:
        """Access tokens: creating one with a username and password, a one-time password, a client's
        secret or a refresh token; listing tokens and revoking them.
        """
        from .tokens import AsyncTokens

        return AsyncTokens(*self._scope_context())

    @property
    def user(self) -> AsyncCurrentUser:
        """The account that the access token belongs to: its profile, username and password,
        multi-factor authentication, and the creation and deletion of accounts.
        """
        from .user import AsyncCurrentUser

        return AsyncCurrentUser(*self._scope_context())

    @property
    def devices(self) -> AsyncDevices:
        """Devices, one by one or as a list: claiming and naming them, reading their variables,
        calling their functions, sending them firmware, and administering those that belong to a
        product.
        """
        from .devices import AsyncDevices

        return AsyncDevices(*self._scope_context())

    @property
    def serial_numbers(self) -> AsyncSerialNumbers:
        """Serial numbers, as they are printed on the packaging of devices."""
        from .serial_numbers import AsyncSerialNumbers

        return AsyncSerialNumbers(*self._scope_context())

    @property
    def diagnostics(self) -> AsyncDiagnostics:
        """Device vitals: how devices are doing, with their network and signal, power, memory and
        connection to the cloud.
        """
        from .diagnostics import AsyncDiagnostics

        return AsyncDiagnostics(*self._scope_context())

    @property
    def sims(self) -> AsyncSims:
        """SIM cards: their life cycle, from activation to release, the data that they use, and
        their cellular connection.
        """
        from .sims import AsyncSims

        return AsyncSims(*self._scope_context())

    @property
    def firmware(self) -> AsyncFirmwareBinaries:
        """Firmware: compiling source code in the cloud, and the versions of a product's firmware
        with their release to the fleet.
        """
        from .firmware import AsyncFirmwareBinaries

        return AsyncFirmwareBinaries(*self._scope_context())

    @property
    def device_os(self) -> AsyncDeviceOS:
        """The versions of Device OS, the operating system of the devices."""
        from .device_os import AsyncDeviceOS

        return AsyncDeviceOS(*self._scope_context())

    @property
    def libraries(self) -> AsyncLibraries:
        """Libraries of firmware: finding and reading those that others published, and publishing
        your own.
        """
        from .libraries import AsyncLibraries

        return AsyncLibraries(*self._scope_context())

    @property
    def events(self) -> AsyncEvents:
        """Events: publishing them, and receiving them as they happen over a stream that stays open
        (server-sent events).
        """
        from .events import AsyncEvents

        return AsyncEvents(*self._scope_context())

    @property
    def integrations(self) -> AsyncIntegrations:
        """Integrations, which pass events on to other services: webhooks, Azure IoT Hub, Google
        Cloud Platform and Google Maps.
        """
        from .integrations import AsyncIntegrations

        return AsyncIntegrations(*self._scope_context())

    @property
    def webhooks(self) -> AsyncWebhooks:
        """Webhooks, the integrations that send an HTTP request to a web address whenever an event
        happens.
        """
        from .webhooks import AsyncWebhooks

        return AsyncWebhooks(*self._scope_context())

    @property
    def logic(self) -> AsyncLogic:
        """Logic: functions that the cloud runs on a schedule or when an event happens, their runs
        and what they logged.
        """
        from .logic import AsyncLogic

        return AsyncLogic(*self._scope_context())

    @property
    def ledgers(self) -> AsyncLedgers:
        """Ledgers: data that devices and the cloud share, kept for the whole account, for each
        product or for each device, with their earlier versions.
        """
        from .ledgers import AsyncLedgers

        return AsyncLedgers(*self._scope_context())

    @property
    def env(self) -> AsyncEnv:
        """Environment variables, which devices get with a rollout: those of an organization or an
        account hold for its products, those of a product for its devices, and a device may have its
        own.
        """
        from .env import AsyncEnv

        return AsyncEnv(*self._scope_context())

    @property
    def secrets(self) -> AsyncSecrets:
        """Secrets, which logic functions and integrations use by name and nobody can read again."""
        from .secrets import AsyncSecrets

        return AsyncSecrets(*self._scope_context())

    @property
    def products(self) -> AsyncProducts:
        """Products, each a fleet of devices of one type that runs the same firmware."""
        from .products import AsyncProducts

        return AsyncProducts(*self._scope_context())

    @property
    def orgs(self) -> AsyncOrgs:
        """Organizations, which own products and share them among the people of a company."""
        from .orgs import AsyncOrgs

        return AsyncOrgs(*self._scope_context())

    @property
    def search(self) -> AsyncSearch:
        """Search for devices, products and SIM cards of the account or an organization."""
        from .search import AsyncSearch

        return AsyncSearch(*self._scope_context())

    @property
    def oauth_clients(self) -> AsyncOAuthClients:
        """OAuth clients: the applications that ask for access tokens, each with an ID and a
        secret.
        """
        from .oauth_clients import AsyncOAuthClients

        return AsyncOAuthClients(*self._scope_context())

    @property
    def service_agreements(self) -> AsyncServiceAgreements:
        """Service agreements: what an account or an organization may use of the cloud, what it has
        used, and reports about it.
        """
        from .service_agreements import AsyncServiceAgreements

        return AsyncServiceAgreements(*self._scope_context())

    @property
    def networks(self) -> AsyncNetworks:
        """Mesh networks of devices. Deprecated: the current official SDK has dropped them."""
        from .networks import AsyncNetworks

        return AsyncNetworks(*self._scope_context())


class AsyncProductResources:
    """Resources of a product."""

    def __init__(self, client: AsyncSender, path: str) -> None:
        self._client = client
        self._scope = path

    def __repr__(self) -> str:
        return f"<{type(self).__name__} {self._scope}>"

    def _scope_context(self) -> tuple[AsyncSender, str]:
        """Return the client, and the path that the resources are under."""
        return self._client, self._scope

    @property
    def devices(self) -> AsyncProductDevices:
        """Devices, one by one or as a list: claiming and naming them, reading their variables,
        calling their functions, sending them firmware, and administering those that belong to a
        product.
        """
        from .devices import AsyncProductDevices

        return AsyncProductDevices(*self._scope_context())

    @property
    def diagnostics(self) -> AsyncDiagnostics:
        """Device vitals: how devices are doing, with their network and signal, power, memory and
        connection to the cloud.
        """
        from .diagnostics import AsyncDiagnostics

        return AsyncDiagnostics(*self._scope_context())

    @property
    def sims(self) -> AsyncProductSims:
        """SIM cards: their life cycle, from activation to release, the data that they use, and
        their cellular connection.
        """
        from .sims import AsyncProductSims

        return AsyncProductSims(*self._scope_context())

    @property
    def firmware(self) -> AsyncProductFirmwareBinaries:
        """Firmware: compiling source code in the cloud, and the versions of a product's firmware
        with their release to the fleet.
        """
        from .firmware import AsyncProductFirmwareBinaries

        return AsyncProductFirmwareBinaries(*self._scope_context())

    @property
    def events(self) -> AsyncProductEvents:
        """Events: publishing them, and receiving them as they happen over a stream that stays open
        (server-sent events).
        """
        from .events import AsyncProductEvents

        return AsyncProductEvents(*self._scope_context())

    @property
    def integrations(self) -> AsyncProductIntegrations:
        """Integrations, which pass events on to other services: webhooks, Azure IoT Hub, Google
        Cloud Platform and Google Maps.
        """
        from .integrations import AsyncProductIntegrations

        return AsyncProductIntegrations(*self._scope_context())

    @property
    def webhooks(self) -> AsyncWebhooks:
        """Webhooks, the integrations that send an HTTP request to a web address whenever an event
        happens.
        """
        from .webhooks import AsyncWebhooks

        return AsyncWebhooks(*self._scope_context())

    @property
    def logic(self) -> AsyncProductLogic:
        """Logic: functions that the cloud runs on a schedule or when an event happens, their runs
        and what they logged.
        """
        from .logic import AsyncProductLogic

        return AsyncProductLogic(*self._scope_context())

    @property
    def ledgers(self) -> AsyncLedgers:
        """Ledgers: data that devices and the cloud share, kept for the whole account, for each
        product or for each device, with their earlier versions.
        """
        from .ledgers import AsyncLedgers

        return AsyncLedgers(*self._scope_context())

    @property
    def env(self) -> AsyncProductEnv:
        """Environment variables, which devices get with a rollout: those of an organization or an
        account hold for its products, those of a product for its devices, and a device may have its
        own.
        """
        from .env import AsyncProductEnv

        return AsyncProductEnv(*self._scope_context())

    @property
    def groups(self) -> AsyncProductGroups:
        """Device groups of a product, to which firmware can be released before the whole fleet gets
        it.
        """
        from .groups import AsyncProductGroups

        return AsyncProductGroups(*self._scope_context())

    @property
    def config(self) -> AsyncProductConfig:
        """The configuration of a product's devices, which the cloud keeps in step with them, and
        the JSON Schema that it follows.
        """
        from .config import AsyncProductConfig

        return AsyncProductConfig(*self._scope_context())

    @property
    def locations(self) -> AsyncProductLocations:
        """Where the devices of a product are, and where they were."""
        from .locations import AsyncProductLocations

        return AsyncProductLocations(*self._scope_context())

    @property
    def metrics(self) -> AsyncProductMetrics:
        """The health of a fleet over time: devices online, events received, and how integrations,
        functions and variables went.
        """
        from .metrics import AsyncProductMetrics

        return AsyncProductMetrics(*self._scope_context())

    @property
    def customers(self) -> AsyncProductCustomers:
        """Customers of a product: end users with a login of their own, each with the devices that
        they claimed.
        """
        from .customers import AsyncProductCustomers

        return AsyncProductCustomers(*self._scope_context())

    @property
    def team(self) -> AsyncProductTeam:
        """The team of a product or an organization: people with their roles, and API users, which
        are accounts for programs.
        """
        from .team import AsyncProductTeam

        return AsyncProductTeam(*self._scope_context())

    @property
    def oauth_clients(self) -> AsyncOAuthClients:
        """OAuth clients: the applications that ask for access tokens, each with an ID and a
        secret.
        """
        from .oauth_clients import AsyncOAuthClients

        return AsyncOAuthClients(*self._scope_context())


class AsyncOrgResources:
    """Resources of an organization."""

    def __init__(self, client: AsyncSender, path: str) -> None:
        self._client = client
        self._scope = path

    def __repr__(self) -> str:
        return f"<{type(self).__name__} {self._scope}>"

    def _scope_context(self) -> tuple[AsyncSender, str]:
        """Return the client, and the path that the resources are under."""
        return self._client, self._scope

    @property
    def devices(self) -> AsyncOrgDevices:
        """Devices, one by one or as a list: claiming and naming them, reading their variables,
        calling their functions, sending them firmware, and administering those that belong to a
        product.
        """
        from .devices import AsyncOrgDevices

        return AsyncOrgDevices(*self._scope_context())

    @property
    def events(self) -> AsyncOrgEvents:
        """Events: publishing them, and receiving them as they happen over a stream that stays open
        (server-sent events).
        """
        from .events import AsyncOrgEvents

        return AsyncOrgEvents(*self._scope_context())

    @property
    def integrations(self) -> AsyncOrgIntegrations:
        """Integrations, which pass events on to other services: webhooks, Azure IoT Hub, Google
        Cloud Platform and Google Maps.
        """
        from .integrations import AsyncOrgIntegrations

        return AsyncOrgIntegrations(*self._scope_context())

    @property
    def logic(self) -> AsyncOrgLogic:
        """Logic: functions that the cloud runs on a schedule or when an event happens, their runs
        and what they logged.
        """
        from .logic import AsyncOrgLogic

        return AsyncOrgLogic(*self._scope_context())

    @property
    def ledgers(self) -> AsyncLedgers:
        """Ledgers: data that devices and the cloud share, kept for the whole account, for each
        product or for each device, with their earlier versions.
        """
        from .ledgers import AsyncLedgers

        return AsyncLedgers(*self._scope_context())

    @property
    def env(self) -> AsyncOrgEnv:
        """Environment variables, which devices get with a rollout: those of an organization or an
        account hold for its products, those of a product for its devices, and a device may have its
        own.
        """
        from .env import AsyncOrgEnv

        return AsyncOrgEnv(*self._scope_context())

    @property
    def secrets(self) -> AsyncOrgSecrets:
        """Secrets, which logic functions and integrations use by name and nobody can read again."""
        from .secrets import AsyncOrgSecrets

        return AsyncOrgSecrets(*self._scope_context())

    @property
    def products(self) -> AsyncOrgProducts:
        """Products, each a fleet of devices of one type that runs the same firmware."""
        from .products import AsyncOrgProducts

        return AsyncOrgProducts(*self._scope_context())

    @property
    def team(self) -> AsyncOrgTeam:
        """The team of a product or an organization: people with their roles, and API users, which
        are accounts for programs.
        """
        from .team import AsyncOrgTeam

        return AsyncOrgTeam(*self._scope_context())

    @property
    def search(self) -> AsyncOrgSearch:
        """Search for devices, products and SIM cards of the account or an organization."""
        from .search import AsyncOrgSearch

        return AsyncOrgSearch(*self._scope_context())

    @property
    def service_agreements(self) -> AsyncOrgServiceAgreements:
        """Service agreements: what an account or an organization may use of the cloud, what it has
        used, and reports about it.
        """
        from .service_agreements import AsyncOrgServiceAgreements

        return AsyncOrgServiceAgreements(*self._scope_context())
