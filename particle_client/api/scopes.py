# Generated from openapi/ by `make generate`. Do not edit.
"""The resources of each scope, as attributes. A resource's module is imported when first used."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .. import api
from ..calls.async_sender import AsyncSender
from ..calls.sender import Sender

_PLACES = {
    "tokens": "the account: particle.tokens",
    "user": "the account: particle.user",
    "serial_numbers": "the account: particle.serial_numbers",
    "diagnostics": "the account: particle.diagnostics or a product: particle.product(…).diagnostics",
    "sims": "the account: particle.sims or a product: particle.product(…).sims",
    "firmware": "the account: particle.firmware or a product: particle.product(…).firmware",
    "device_os": "the account: particle.device_os",
    "libraries": "the account: particle.libraries",
    "webhooks": "the account: particle.webhooks or a product: particle.product(…).webhooks",
    "secrets": "the account: particle.secrets or an organization: particle.org(…).secrets",
    "products": "the account: particle.products or an organization: particle.org(…).products",
    "groups": "a product: particle.product(…).groups",
    "config": "a product: particle.product(…).config",
    "locations": "a product: particle.product(…).locations",
    "metrics": "a product: particle.product(…).metrics",
    "customers": "a product: particle.product(…).customers",
    "team": "a product: particle.product(…).team or an organization: particle.org(…).team",
    "orgs": "the account: particle.orgs",
    "search": "the account: particle.search or an organization: particle.org(…).search",
    "oauth_clients": "the account: particle.oauth_clients or a product: particle.product(…).oauth_clients",
    "service_agreements": "the account: particle.service_agreements or an organization: particle.org(…).service_agreements",
    "networks": "the account: particle.networks",
}
"""Where a resource is that another scope doesn't have."""


def _no_attribute(scope: object, name: str) -> AttributeError:
    place = f": it belongs to {_PLACES[name]}" if name in _PLACES else ""
    message = f"{type(scope).__name__!r} object has no attribute {name!r}{place}"
    return AttributeError(message, name=name, obj=scope)


class AccountResources:
    """Resources of the account."""

    if not TYPE_CHECKING:  # checkers see the mistake themselves

        def __getattr__(self, name: str) -> Any:
            raise _no_attribute(self, name)

    def _scope_context(self) -> tuple[Sender, str]:
        """Return the client, and the path that the resources are under."""
        raise NotImplementedError

    @property
    def tokens(self) -> api.tokens.Tokens:
        """Access tokens: creating one with a username and password, a one-time password, a client's
        secret or a refresh token; listing tokens and revoking them.
        """
        return api.tokens.Tokens(*self._scope_context())

    @property
    def user(self) -> api.user.CurrentUser:
        """The account that the access token belongs to: its profile, username and password,
        multi-factor authentication, and the creation and deletion of accounts.
        """
        return api.user.CurrentUser(*self._scope_context())

    @property
    def devices(self) -> api.devices.Devices:
        """Devices, one by one or as a list: claiming and naming them, reading their variables,
        calling their functions, sending them firmware, and administering those that belong to a
        product.
        """
        return api.devices.Devices(*self._scope_context())

    @property
    def serial_numbers(self) -> api.serial_numbers.SerialNumbers:
        """Serial numbers, as they are printed on the packaging of devices."""
        return api.serial_numbers.SerialNumbers(*self._scope_context())

    @property
    def diagnostics(self) -> api.diagnostics.Diagnostics:
        """Device vitals: how devices are doing, with their network and signal, power, memory and
        connection to the cloud.
        """
        return api.diagnostics.Diagnostics(*self._scope_context())

    @property
    def sims(self) -> api.sims.Sims:
        """SIM cards: their life cycle, from activation to release, the data that they use, and
        their cellular connection.
        """
        return api.sims.Sims(*self._scope_context())

    @property
    def firmware(self) -> api.firmware.FirmwareBinaries:
        """Firmware: compiling source code in the cloud, and the versions of a product's firmware
        with their release to the fleet.
        """
        return api.firmware.FirmwareBinaries(*self._scope_context())

    @property
    def device_os(self) -> api.device_os.DeviceOS:
        """The versions of Device OS, the operating system of the devices."""
        return api.device_os.DeviceOS(*self._scope_context())

    @property
    def libraries(self) -> api.libraries.Libraries:
        """Libraries of firmware: finding and reading those that others published, and publishing
        your own.
        """
        return api.libraries.Libraries(*self._scope_context())

    @property
    def events(self) -> api.events.Events:
        """Events: publishing them, and receiving them as they happen over a stream that stays open
        (server-sent events).
        """
        return api.events.Events(*self._scope_context())

    @property
    def integrations(self) -> api.integrations.Integrations:
        """Integrations, which pass events on to other services: webhooks, Azure IoT Hub, Google
        Cloud Platform and Google Maps.
        """
        return api.integrations.Integrations(*self._scope_context())

    @property
    def webhooks(self) -> api.webhooks.Webhooks:
        """Webhooks, the integrations that send an HTTP request to a web address whenever an event
        happens.
        """
        return api.webhooks.Webhooks(*self._scope_context())

    @property
    def logic(self) -> api.logic.Logic:
        """Logic: functions that the cloud runs on a schedule or when an event happens, their runs
        and what they logged.
        """
        return api.logic.Logic(*self._scope_context())

    @property
    def ledgers(self) -> api.ledgers.Ledgers:
        """Ledgers: data that devices and the cloud share, kept for the whole account, for each
        product or for each device, with their earlier versions.
        """
        return api.ledgers.Ledgers(*self._scope_context())

    @property
    def env(self) -> api.env.Env:
        """Environment variables, which devices get with a rollout: those of an organization or an
        account hold for its products, those of a product for its devices, and a device may have its
        own.
        """
        return api.env.Env(*self._scope_context())

    @property
    def secrets(self) -> api.secrets.Secrets:
        """Secrets, which logic functions and integrations use by name and nobody can read again."""
        return api.secrets.Secrets(*self._scope_context())

    @property
    def products(self) -> api.products.Products:
        """Products, each a fleet of devices of one type that runs the same firmware."""
        return api.products.Products(*self._scope_context())

    @property
    def orgs(self) -> api.orgs.Orgs:
        """Organizations, which own products and share them among the people of a company."""
        return api.orgs.Orgs(*self._scope_context())

    @property
    def search(self) -> api.search.Search:
        """Search for devices, products and SIM cards of the account or an organization."""
        return api.search.Search(*self._scope_context())

    @property
    def oauth_clients(self) -> api.oauth_clients.OAuthClients:
        """OAuth clients: the applications that ask for access tokens, each with an ID and a
        secret.
        """
        return api.oauth_clients.OAuthClients(*self._scope_context())

    @property
    def service_agreements(self) -> api.service_agreements.ServiceAgreements:
        """Service agreements: what an account or an organization may use of the cloud, what it has
        used, and reports about it.
        """
        return api.service_agreements.ServiceAgreements(*self._scope_context())

    @property
    def networks(self) -> api.networks.Networks:
        """Mesh networks of devices. Deprecated: the current official SDK has dropped them."""
        return api.networks.Networks(*self._scope_context())


class ProductResources:
    """Resources of a product."""

    def __init__(self, client: Sender, path: str) -> None:
        self._client = client
        self._scope = path

    def __repr__(self) -> str:
        return f"<{type(self).__name__} {self._scope}>"

    if not TYPE_CHECKING:  # checkers see the mistake themselves

        def __getattr__(self, name: str) -> Any:
            raise _no_attribute(self, name)

    def _scope_context(self) -> tuple[Sender, str]:
        """Return the client, and the path that the resources are under."""
        return self._client, self._scope

    @property
    def devices(self) -> api.devices.ProductDevices:
        """Devices, one by one or as a list: claiming and naming them, reading their variables,
        calling their functions, sending them firmware, and administering those that belong to a
        product.
        """
        return api.devices.ProductDevices(*self._scope_context())

    @property
    def diagnostics(self) -> api.diagnostics.Diagnostics:
        """Device vitals: how devices are doing, with their network and signal, power, memory and
        connection to the cloud.
        """
        return api.diagnostics.Diagnostics(*self._scope_context())

    @property
    def sims(self) -> api.sims.ProductSims:
        """SIM cards: their life cycle, from activation to release, the data that they use, and
        their cellular connection.
        """
        return api.sims.ProductSims(*self._scope_context())

    @property
    def firmware(self) -> api.firmware.ProductFirmwareBinaries:
        """Firmware: compiling source code in the cloud, and the versions of a product's firmware
        with their release to the fleet.
        """
        return api.firmware.ProductFirmwareBinaries(*self._scope_context())

    @property
    def events(self) -> api.events.ProductEvents:
        """Events: publishing them, and receiving them as they happen over a stream that stays open
        (server-sent events).
        """
        return api.events.ProductEvents(*self._scope_context())

    @property
    def integrations(self) -> api.integrations.ProductIntegrations:
        """Integrations, which pass events on to other services: webhooks, Azure IoT Hub, Google
        Cloud Platform and Google Maps.
        """
        return api.integrations.ProductIntegrations(*self._scope_context())

    @property
    def webhooks(self) -> api.webhooks.Webhooks:
        """Webhooks, the integrations that send an HTTP request to a web address whenever an event
        happens.
        """
        return api.webhooks.Webhooks(*self._scope_context())

    @property
    def logic(self) -> api.logic.ProductLogic:
        """Logic: functions that the cloud runs on a schedule or when an event happens, their runs
        and what they logged.
        """
        return api.logic.ProductLogic(*self._scope_context())

    @property
    def ledgers(self) -> api.ledgers.Ledgers:
        """Ledgers: data that devices and the cloud share, kept for the whole account, for each
        product or for each device, with their earlier versions.
        """
        return api.ledgers.Ledgers(*self._scope_context())

    @property
    def env(self) -> api.env.ProductEnv:
        """Environment variables, which devices get with a rollout: those of an organization or an
        account hold for its products, those of a product for its devices, and a device may have its
        own.
        """
        return api.env.ProductEnv(*self._scope_context())

    @property
    def groups(self) -> api.groups.ProductGroups:
        """Device groups of a product, to which firmware can be released before the whole fleet gets
        it.
        """
        return api.groups.ProductGroups(*self._scope_context())

    @property
    def config(self) -> api.config.ProductConfig:
        """The configuration of a product's devices, which the cloud keeps in step with them, and
        the JSON Schema that it follows.
        """
        return api.config.ProductConfig(*self._scope_context())

    @property
    def locations(self) -> api.locations.ProductLocations:
        """Where the devices of a product are, and where they were."""
        return api.locations.ProductLocations(*self._scope_context())

    @property
    def metrics(self) -> api.metrics.ProductMetrics:
        """The health of a fleet over time: devices online, events received, and how integrations,
        functions and variables went.
        """
        return api.metrics.ProductMetrics(*self._scope_context())

    @property
    def customers(self) -> api.customers.ProductCustomers:
        """Customers of a product: end users with a login of their own, each with the devices that
        they claimed.
        """
        return api.customers.ProductCustomers(*self._scope_context())

    @property
    def team(self) -> api.team.ProductTeam:
        """The team of a product or an organization: people with their roles, and API users, which
        are accounts for programs.
        """
        return api.team.ProductTeam(*self._scope_context())

    @property
    def oauth_clients(self) -> api.oauth_clients.OAuthClients:
        """OAuth clients: the applications that ask for access tokens, each with an ID and a
        secret.
        """
        return api.oauth_clients.OAuthClients(*self._scope_context())


class OrgResources:
    """Resources of an organization."""

    def __init__(self, client: Sender, path: str) -> None:
        self._client = client
        self._scope = path

    def __repr__(self) -> str:
        return f"<{type(self).__name__} {self._scope}>"

    if not TYPE_CHECKING:  # checkers see the mistake themselves

        def __getattr__(self, name: str) -> Any:
            raise _no_attribute(self, name)

    def _scope_context(self) -> tuple[Sender, str]:
        """Return the client, and the path that the resources are under."""
        return self._client, self._scope

    @property
    def devices(self) -> api.devices.OrgDevices:
        """Devices, one by one or as a list: claiming and naming them, reading their variables,
        calling their functions, sending them firmware, and administering those that belong to a
        product.
        """
        return api.devices.OrgDevices(*self._scope_context())

    @property
    def events(self) -> api.events.OrgEvents:
        """Events: publishing them, and receiving them as they happen over a stream that stays open
        (server-sent events).
        """
        return api.events.OrgEvents(*self._scope_context())

    @property
    def integrations(self) -> api.integrations.OrgIntegrations:
        """Integrations, which pass events on to other services: webhooks, Azure IoT Hub, Google
        Cloud Platform and Google Maps.
        """
        return api.integrations.OrgIntegrations(*self._scope_context())

    @property
    def logic(self) -> api.logic.OrgLogic:
        """Logic: functions that the cloud runs on a schedule or when an event happens, their runs
        and what they logged.
        """
        return api.logic.OrgLogic(*self._scope_context())

    @property
    def ledgers(self) -> api.ledgers.Ledgers:
        """Ledgers: data that devices and the cloud share, kept for the whole account, for each
        product or for each device, with their earlier versions.
        """
        return api.ledgers.Ledgers(*self._scope_context())

    @property
    def env(self) -> api.env.OrgEnv:
        """Environment variables, which devices get with a rollout: those of an organization or an
        account hold for its products, those of a product for its devices, and a device may have its
        own.
        """
        return api.env.OrgEnv(*self._scope_context())

    @property
    def secrets(self) -> api.secrets.OrgSecrets:
        """Secrets, which logic functions and integrations use by name and nobody can read again."""
        return api.secrets.OrgSecrets(*self._scope_context())

    @property
    def products(self) -> api.products.OrgProducts:
        """Products, each a fleet of devices of one type that runs the same firmware."""
        return api.products.OrgProducts(*self._scope_context())

    @property
    def team(self) -> api.team.OrgTeam:
        """The team of a product or an organization: people with their roles, and API users, which
        are accounts for programs.
        """
        return api.team.OrgTeam(*self._scope_context())

    @property
    def search(self) -> api.search.OrgSearch:
        """Search for devices, products and SIM cards of the account or an organization."""
        return api.search.OrgSearch(*self._scope_context())

    @property
    def service_agreements(self) -> api.service_agreements.OrgServiceAgreements:
        """Service agreements: what an account or an organization may use of the cloud, what it has
        used, and reports about it.
        """
        return api.service_agreements.OrgServiceAgreements(*self._scope_context())


class AsyncAccountResources:
    """Resources of the account."""

    if not TYPE_CHECKING:  # checkers see the mistake themselves

        def __getattr__(self, name: str) -> Any:
            raise _no_attribute(self, name)

    def _scope_context(self) -> tuple[AsyncSender, str]:
        """Return the client, and the path that the resources are under."""
        raise NotImplementedError

    @property
    def tokens(self) -> api.tokens.AsyncTokens:
        """Access tokens: creating one with a username and password, a one-time password, a client's
        secret or a refresh token; listing tokens and revoking them.
        """
        return api.tokens.AsyncTokens(*self._scope_context())

    @property
    def user(self) -> api.user.AsyncCurrentUser:
        """The account that the access token belongs to: its profile, username and password,
        multi-factor authentication, and the creation and deletion of accounts.
        """
        return api.user.AsyncCurrentUser(*self._scope_context())

    @property
    def devices(self) -> api.devices.AsyncDevices:
        """Devices, one by one or as a list: claiming and naming them, reading their variables,
        calling their functions, sending them firmware, and administering those that belong to a
        product.
        """
        return api.devices.AsyncDevices(*self._scope_context())

    @property
    def serial_numbers(self) -> api.serial_numbers.AsyncSerialNumbers:
        """Serial numbers, as they are printed on the packaging of devices."""
        return api.serial_numbers.AsyncSerialNumbers(*self._scope_context())

    @property
    def diagnostics(self) -> api.diagnostics.AsyncDiagnostics:
        """Device vitals: how devices are doing, with their network and signal, power, memory and
        connection to the cloud.
        """
        return api.diagnostics.AsyncDiagnostics(*self._scope_context())

    @property
    def sims(self) -> api.sims.AsyncSims:
        """SIM cards: their life cycle, from activation to release, the data that they use, and
        their cellular connection.
        """
        return api.sims.AsyncSims(*self._scope_context())

    @property
    def firmware(self) -> api.firmware.AsyncFirmwareBinaries:
        """Firmware: compiling source code in the cloud, and the versions of a product's firmware
        with their release to the fleet.
        """
        return api.firmware.AsyncFirmwareBinaries(*self._scope_context())

    @property
    def device_os(self) -> api.device_os.AsyncDeviceOS:
        """The versions of Device OS, the operating system of the devices."""
        return api.device_os.AsyncDeviceOS(*self._scope_context())

    @property
    def libraries(self) -> api.libraries.AsyncLibraries:
        """Libraries of firmware: finding and reading those that others published, and publishing
        your own.
        """
        return api.libraries.AsyncLibraries(*self._scope_context())

    @property
    def events(self) -> api.events.AsyncEvents:
        """Events: publishing them, and receiving them as they happen over a stream that stays open
        (server-sent events).
        """
        return api.events.AsyncEvents(*self._scope_context())

    @property
    def integrations(self) -> api.integrations.AsyncIntegrations:
        """Integrations, which pass events on to other services: webhooks, Azure IoT Hub, Google
        Cloud Platform and Google Maps.
        """
        return api.integrations.AsyncIntegrations(*self._scope_context())

    @property
    def webhooks(self) -> api.webhooks.AsyncWebhooks:
        """Webhooks, the integrations that send an HTTP request to a web address whenever an event
        happens.
        """
        return api.webhooks.AsyncWebhooks(*self._scope_context())

    @property
    def logic(self) -> api.logic.AsyncLogic:
        """Logic: functions that the cloud runs on a schedule or when an event happens, their runs
        and what they logged.
        """
        return api.logic.AsyncLogic(*self._scope_context())

    @property
    def ledgers(self) -> api.ledgers.AsyncLedgers:
        """Ledgers: data that devices and the cloud share, kept for the whole account, for each
        product or for each device, with their earlier versions.
        """
        return api.ledgers.AsyncLedgers(*self._scope_context())

    @property
    def env(self) -> api.env.AsyncEnv:
        """Environment variables, which devices get with a rollout: those of an organization or an
        account hold for its products, those of a product for its devices, and a device may have its
        own.
        """
        return api.env.AsyncEnv(*self._scope_context())

    @property
    def secrets(self) -> api.secrets.AsyncSecrets:
        """Secrets, which logic functions and integrations use by name and nobody can read again."""
        return api.secrets.AsyncSecrets(*self._scope_context())

    @property
    def products(self) -> api.products.AsyncProducts:
        """Products, each a fleet of devices of one type that runs the same firmware."""
        return api.products.AsyncProducts(*self._scope_context())

    @property
    def orgs(self) -> api.orgs.AsyncOrgs:
        """Organizations, which own products and share them among the people of a company."""
        return api.orgs.AsyncOrgs(*self._scope_context())

    @property
    def search(self) -> api.search.AsyncSearch:
        """Search for devices, products and SIM cards of the account or an organization."""
        return api.search.AsyncSearch(*self._scope_context())

    @property
    def oauth_clients(self) -> api.oauth_clients.AsyncOAuthClients:
        """OAuth clients: the applications that ask for access tokens, each with an ID and a
        secret.
        """
        return api.oauth_clients.AsyncOAuthClients(*self._scope_context())

    @property
    def service_agreements(self) -> api.service_agreements.AsyncServiceAgreements:
        """Service agreements: what an account or an organization may use of the cloud, what it has
        used, and reports about it.
        """
        return api.service_agreements.AsyncServiceAgreements(*self._scope_context())

    @property
    def networks(self) -> api.networks.AsyncNetworks:
        """Mesh networks of devices. Deprecated: the current official SDK has dropped them."""
        return api.networks.AsyncNetworks(*self._scope_context())


class AsyncProductResources:
    """Resources of a product."""

    def __init__(self, client: AsyncSender, path: str) -> None:
        self._client = client
        self._scope = path

    def __repr__(self) -> str:
        return f"<{type(self).__name__} {self._scope}>"

    if not TYPE_CHECKING:  # checkers see the mistake themselves

        def __getattr__(self, name: str) -> Any:
            raise _no_attribute(self, name)

    def _scope_context(self) -> tuple[AsyncSender, str]:
        """Return the client, and the path that the resources are under."""
        return self._client, self._scope

    @property
    def devices(self) -> api.devices.AsyncProductDevices:
        """Devices, one by one or as a list: claiming and naming them, reading their variables,
        calling their functions, sending them firmware, and administering those that belong to a
        product.
        """
        return api.devices.AsyncProductDevices(*self._scope_context())

    @property
    def diagnostics(self) -> api.diagnostics.AsyncDiagnostics:
        """Device vitals: how devices are doing, with their network and signal, power, memory and
        connection to the cloud.
        """
        return api.diagnostics.AsyncDiagnostics(*self._scope_context())

    @property
    def sims(self) -> api.sims.AsyncProductSims:
        """SIM cards: their life cycle, from activation to release, the data that they use, and
        their cellular connection.
        """
        return api.sims.AsyncProductSims(*self._scope_context())

    @property
    def firmware(self) -> api.firmware.AsyncProductFirmwareBinaries:
        """Firmware: compiling source code in the cloud, and the versions of a product's firmware
        with their release to the fleet.
        """
        return api.firmware.AsyncProductFirmwareBinaries(*self._scope_context())

    @property
    def events(self) -> api.events.AsyncProductEvents:
        """Events: publishing them, and receiving them as they happen over a stream that stays open
        (server-sent events).
        """
        return api.events.AsyncProductEvents(*self._scope_context())

    @property
    def integrations(self) -> api.integrations.AsyncProductIntegrations:
        """Integrations, which pass events on to other services: webhooks, Azure IoT Hub, Google
        Cloud Platform and Google Maps.
        """
        return api.integrations.AsyncProductIntegrations(*self._scope_context())

    @property
    def webhooks(self) -> api.webhooks.AsyncWebhooks:
        """Webhooks, the integrations that send an HTTP request to a web address whenever an event
        happens.
        """
        return api.webhooks.AsyncWebhooks(*self._scope_context())

    @property
    def logic(self) -> api.logic.AsyncProductLogic:
        """Logic: functions that the cloud runs on a schedule or when an event happens, their runs
        and what they logged.
        """
        return api.logic.AsyncProductLogic(*self._scope_context())

    @property
    def ledgers(self) -> api.ledgers.AsyncLedgers:
        """Ledgers: data that devices and the cloud share, kept for the whole account, for each
        product or for each device, with their earlier versions.
        """
        return api.ledgers.AsyncLedgers(*self._scope_context())

    @property
    def env(self) -> api.env.AsyncProductEnv:
        """Environment variables, which devices get with a rollout: those of an organization or an
        account hold for its products, those of a product for its devices, and a device may have its
        own.
        """
        return api.env.AsyncProductEnv(*self._scope_context())

    @property
    def groups(self) -> api.groups.AsyncProductGroups:
        """Device groups of a product, to which firmware can be released before the whole fleet gets
        it.
        """
        return api.groups.AsyncProductGroups(*self._scope_context())

    @property
    def config(self) -> api.config.AsyncProductConfig:
        """The configuration of a product's devices, which the cloud keeps in step with them, and
        the JSON Schema that it follows.
        """
        return api.config.AsyncProductConfig(*self._scope_context())

    @property
    def locations(self) -> api.locations.AsyncProductLocations:
        """Where the devices of a product are, and where they were."""
        return api.locations.AsyncProductLocations(*self._scope_context())

    @property
    def metrics(self) -> api.metrics.AsyncProductMetrics:
        """The health of a fleet over time: devices online, events received, and how integrations,
        functions and variables went.
        """
        return api.metrics.AsyncProductMetrics(*self._scope_context())

    @property
    def customers(self) -> api.customers.AsyncProductCustomers:
        """Customers of a product: end users with a login of their own, each with the devices that
        they claimed.
        """
        return api.customers.AsyncProductCustomers(*self._scope_context())

    @property
    def team(self) -> api.team.AsyncProductTeam:
        """The team of a product or an organization: people with their roles, and API users, which
        are accounts for programs.
        """
        return api.team.AsyncProductTeam(*self._scope_context())

    @property
    def oauth_clients(self) -> api.oauth_clients.AsyncOAuthClients:
        """OAuth clients: the applications that ask for access tokens, each with an ID and a
        secret.
        """
        return api.oauth_clients.AsyncOAuthClients(*self._scope_context())


class AsyncOrgResources:
    """Resources of an organization."""

    def __init__(self, client: AsyncSender, path: str) -> None:
        self._client = client
        self._scope = path

    def __repr__(self) -> str:
        return f"<{type(self).__name__} {self._scope}>"

    if not TYPE_CHECKING:  # checkers see the mistake themselves

        def __getattr__(self, name: str) -> Any:
            raise _no_attribute(self, name)

    def _scope_context(self) -> tuple[AsyncSender, str]:
        """Return the client, and the path that the resources are under."""
        return self._client, self._scope

    @property
    def devices(self) -> api.devices.AsyncOrgDevices:
        """Devices, one by one or as a list: claiming and naming them, reading their variables,
        calling their functions, sending them firmware, and administering those that belong to a
        product.
        """
        return api.devices.AsyncOrgDevices(*self._scope_context())

    @property
    def events(self) -> api.events.AsyncOrgEvents:
        """Events: publishing them, and receiving them as they happen over a stream that stays open
        (server-sent events).
        """
        return api.events.AsyncOrgEvents(*self._scope_context())

    @property
    def integrations(self) -> api.integrations.AsyncOrgIntegrations:
        """Integrations, which pass events on to other services: webhooks, Azure IoT Hub, Google
        Cloud Platform and Google Maps.
        """
        return api.integrations.AsyncOrgIntegrations(*self._scope_context())

    @property
    def logic(self) -> api.logic.AsyncOrgLogic:
        """Logic: functions that the cloud runs on a schedule or when an event happens, their runs
        and what they logged.
        """
        return api.logic.AsyncOrgLogic(*self._scope_context())

    @property
    def ledgers(self) -> api.ledgers.AsyncLedgers:
        """Ledgers: data that devices and the cloud share, kept for the whole account, for each
        product or for each device, with their earlier versions.
        """
        return api.ledgers.AsyncLedgers(*self._scope_context())

    @property
    def env(self) -> api.env.AsyncOrgEnv:
        """Environment variables, which devices get with a rollout: those of an organization or an
        account hold for its products, those of a product for its devices, and a device may have its
        own.
        """
        return api.env.AsyncOrgEnv(*self._scope_context())

    @property
    def secrets(self) -> api.secrets.AsyncOrgSecrets:
        """Secrets, which logic functions and integrations use by name and nobody can read again."""
        return api.secrets.AsyncOrgSecrets(*self._scope_context())

    @property
    def products(self) -> api.products.AsyncOrgProducts:
        """Products, each a fleet of devices of one type that runs the same firmware."""
        return api.products.AsyncOrgProducts(*self._scope_context())

    @property
    def team(self) -> api.team.AsyncOrgTeam:
        """The team of a product or an organization: people with their roles, and API users, which
        are accounts for programs.
        """
        return api.team.AsyncOrgTeam(*self._scope_context())

    @property
    def search(self) -> api.search.AsyncOrgSearch:
        """Search for devices, products and SIM cards of the account or an organization."""
        return api.search.AsyncOrgSearch(*self._scope_context())

    @property
    def service_agreements(self) -> api.service_agreements.AsyncOrgServiceAgreements:
        """Service agreements: what an account or an organization may use of the cloud, what it has
        used, and reports about it.
        """
        return api.service_agreements.AsyncOrgServiceAgreements(*self._scope_context())
