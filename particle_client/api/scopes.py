# Generated from openapi/ by `make generate`. Do not edit.
"""The resources of each scope, as attributes. A resource's module is imported when first used."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ..client import AsyncParticle, Particle
    from .devices import (
        AsyncDevices,
        AsyncOrgDevices,
        AsyncProductDevices,
        Devices,
        OrgDevices,
        ProductDevices,
    )
    from .events import (
        AsyncEvents,
        AsyncOrgEvents,
        AsyncProductEvents,
        Events,
        OrgEvents,
        ProductEvents,
    )
    from .firmware import (
        AsyncFirmwareResource,
        AsyncProductFirmwareResource,
        FirmwareResource,
        ProductFirmwareResource,
    )
    from .orgs import AsyncOrgs, Orgs
    from .products import AsyncOrgProducts, AsyncProducts, OrgProducts, Products
    from .team import AsyncOrgTeam, AsyncProductTeam, OrgTeam, ProductTeam
    from .tokens import AsyncTokens, Tokens
    from .user import AsyncUserResource, UserResource


class AccountResources:
    """Resources of the account."""

    def _at(self) -> tuple[Particle, str]:
        """Give the client, and the path that the resources are under."""
        raise NotImplementedError

    @property
    def tokens(self) -> Tokens:
        """Access tokens: creating one with a username and password, a one-time password, a client's
        secret or a refresh token; listing tokens and revoking them.
        """
        from .tokens import Tokens

        return Tokens(*self._at())

    @property
    def user(self) -> UserResource:
        """The account that the access token belongs to: its profile, username and password,
        multi-factor authentication, and the creation and deletion of accounts.
        """
        from .user import UserResource

        return UserResource(*self._at())

    @property
    def devices(self) -> Devices:
        """Devices, one by one or as a list: claiming and naming them, reading their variables, calling
        their functions, sending them firmware, and administering those that belong to a product.
        """
        from .devices import Devices

        return Devices(*self._at())

    @property
    def firmware(self) -> FirmwareResource:
        """Firmware: compiling source code in the cloud, and the versions of a product's firmware with
        their release to the fleet.
        """
        from .firmware import FirmwareResource

        return FirmwareResource(*self._at())

    @property
    def events(self) -> Events:
        """Events: publishing them, and receiving them as they happen over a stream that stays open
        (server-sent events).
        """
        from .events import Events

        return Events(*self._at())

    @property
    def products(self) -> Products:
        """Products, each a fleet of devices of one type that runs the same firmware."""
        from .products import Products

        return Products(*self._at())

    @property
    def orgs(self) -> Orgs:
        """Organizations, which own products and share them among the people of a company."""
        from .orgs import Orgs

        return Orgs(*self._at())


class ProductResources:
    """Resources of a product."""

    def _at(self) -> tuple[Particle, str]:
        """Give the client, and the path that the resources are under."""
        raise NotImplementedError

    @property
    def devices(self) -> ProductDevices:
        """Devices, one by one or as a list: claiming and naming them, reading their variables, calling
        their functions, sending them firmware, and administering those that belong to a product.
        """
        from .devices import ProductDevices

        return ProductDevices(*self._at())

    @property
    def firmware(self) -> ProductFirmwareResource:
        """Firmware: compiling source code in the cloud, and the versions of a product's firmware with
        their release to the fleet.
        """
        from .firmware import ProductFirmwareResource

        return ProductFirmwareResource(*self._at())

    @property
    def events(self) -> ProductEvents:
        """Events: publishing them, and receiving them as they happen over a stream that stays open
        (server-sent events).
        """
        from .events import ProductEvents

        return ProductEvents(*self._at())

    @property
    def team(self) -> ProductTeam:
        """The team of a product or an organization: people with their roles, and API users, which are
        accounts for programs.
        """
        from .team import ProductTeam

        return ProductTeam(*self._at())


class OrgResources:
    """Resources of an organization."""

    def _at(self) -> tuple[Particle, str]:
        """Give the client, and the path that the resources are under."""
        raise NotImplementedError

    @property
    def devices(self) -> OrgDevices:
        """Devices, one by one or as a list: claiming and naming them, reading their variables, calling
        their functions, sending them firmware, and administering those that belong to a product.
        """
        from .devices import OrgDevices

        return OrgDevices(*self._at())

    @property
    def events(self) -> OrgEvents:
        """Events: publishing them, and receiving them as they happen over a stream that stays open
        (server-sent events).
        """
        from .events import OrgEvents

        return OrgEvents(*self._at())

    @property
    def products(self) -> OrgProducts:
        """Products, each a fleet of devices of one type that runs the same firmware."""
        from .products import OrgProducts

        return OrgProducts(*self._at())

    @property
    def team(self) -> OrgTeam:
        """The team of a product or an organization: people with their roles, and API users, which are
        accounts for programs.
        """
        from .team import OrgTeam

        return OrgTeam(*self._at())


class AsyncAccountResources:
    """Resources of the account."""

    def _at(self) -> tuple[AsyncParticle, str]:
        """Give the client, and the path that the resources are under."""
        raise NotImplementedError

    @property
    def tokens(self) -> AsyncTokens:
        """Access tokens: creating one with a username and password, a one-time password, a client's
        secret or a refresh token; listing tokens and revoking them.
        """
        from .tokens import AsyncTokens

        return AsyncTokens(*self._at())

    @property
    def user(self) -> AsyncUserResource:
        """The account that the access token belongs to: its profile, username and password,
        multi-factor authentication, and the creation and deletion of accounts.
        """
        from .user import AsyncUserResource

        return AsyncUserResource(*self._at())

    @property
    def devices(self) -> AsyncDevices:
        """Devices, one by one or as a list: claiming and naming them, reading their variables, calling
        their functions, sending them firmware, and administering those that belong to a product.
        """
        from .devices import AsyncDevices

        return AsyncDevices(*self._at())

    @property
    def firmware(self) -> AsyncFirmwareResource:
        """Firmware: compiling source code in the cloud, and the versions of a product's firmware with
        their release to the fleet.
        """
        from .firmware import AsyncFirmwareResource

        return AsyncFirmwareResource(*self._at())

    @property
    def events(self) -> AsyncEvents:
        """Events: publishing them, and receiving them as they happen over a stream that stays open
        (server-sent events).
        """
        from .events import AsyncEvents

        return AsyncEvents(*self._at())

    @property
    def products(self) -> AsyncProducts:
        """Products, each a fleet of devices of one type that runs the same firmware."""
        from .products import AsyncProducts

        return AsyncProducts(*self._at())

    @property
    def orgs(self) -> AsyncOrgs:
        """Organizations, which own products and share them among the people of a company."""
        from .orgs import AsyncOrgs

        return AsyncOrgs(*self._at())


class AsyncProductResources:
    """Resources of a product."""

    def _at(self) -> tuple[AsyncParticle, str]:
        """Give the client, and the path that the resources are under."""
        raise NotImplementedError

    @property
    def devices(self) -> AsyncProductDevices:
        """Devices, one by one or as a list: claiming and naming them, reading their variables, calling
        their functions, sending them firmware, and administering those that belong to a product.
        """
        from .devices import AsyncProductDevices

        return AsyncProductDevices(*self._at())

    @property
    def firmware(self) -> AsyncProductFirmwareResource:
        """Firmware: compiling source code in the cloud, and the versions of a product's firmware with
        their release to the fleet.
        """
        from .firmware import AsyncProductFirmwareResource

        return AsyncProductFirmwareResource(*self._at())

    @property
    def events(self) -> AsyncProductEvents:
        """Events: publishing them, and receiving them as they happen over a stream that stays open
        (server-sent events).
        """
        from .events import AsyncProductEvents

        return AsyncProductEvents(*self._at())

    @property
    def team(self) -> AsyncProductTeam:
        """The team of a product or an organization: people with their roles, and API users, which are
        accounts for programs.
        """
        from .team import AsyncProductTeam

        return AsyncProductTeam(*self._at())


class AsyncOrgResources:
    """Resources of an organization."""

    def _at(self) -> tuple[AsyncParticle, str]:
        """Give the client, and the path that the resources are under."""
        raise NotImplementedError

    @property
    def devices(self) -> AsyncOrgDevices:
        """Devices, one by one or as a list: claiming and naming them, reading their variables, calling
        their functions, sending them firmware, and administering those that belong to a product.
        """
        from .devices import AsyncOrgDevices

        return AsyncOrgDevices(*self._at())

    @property
    def events(self) -> AsyncOrgEvents:
        """Events: publishing them, and receiving them as they happen over a stream that stays open
        (server-sent events).
        """
        from .events import AsyncOrgEvents

        return AsyncOrgEvents(*self._at())

    @property
    def products(self) -> AsyncOrgProducts:
        """Products, each a fleet of devices of one type that runs the same firmware."""
        from .products import AsyncOrgProducts

        return AsyncOrgProducts(*self._at())

    @property
    def team(self) -> AsyncOrgTeam:
        """The team of a product or an organization: people with their roles, and API users, which are
        accounts for programs.
        """
        from .team import AsyncOrgTeam

        return AsyncOrgTeam(*self._at())
