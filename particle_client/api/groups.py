# Generated from openapi/ by `make generate`. Do not edit.
"""Device groups of a product, to which firmware can be released before the whole fleet gets it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Unpack

from ..base.unset import UNSET, Unset
from ..calls.encoding import comma, several
from ..calls.lazy import AsyncPager
from ..calls.options import RequestOptions
from ..calls.page import Page
from ..methods.async_resource import AsyncResource
from ..methods.resource import Resource
from ..models.groups import DeviceGroup, DeviceGroupList, DeviceGroupResponse, GroupsImpact
from ..operations.groups import (
    CREATE_PRODUCT_GROUP,
    DELETE_PRODUCT_GROUP,
    GET_PRODUCT_GROUP,
    GET_PRODUCT_GROUPS_IMPACT,
    LIST_PRODUCT_GROUPS,
    UPDATE_PRODUCT_GROUP,
)

__all__ = ["AsyncProductGroups", "ProductGroups"]


class ProductGroups(Resource):
    """Device groups of a product, to which firmware can be released before the whole fleet gets it.

    Reached as `particle.product(…).groups`.
    """

    __slots__ = ()

    def list(
        self, *, name: str | Unset = UNSET, **options: Unpack[RequestOptions]
    ) -> Page[DeviceGroupList, DeviceGroup]:
        """List the groups of a product.

        The device groups of a product, in one response without pages.

        Args:
            name: Only groups whose name contains this text.

        Examples:
            >>> for group in product.groups.list():
            ...     print(group.name)

        Cloud API: listProductGroups, GET /v1/products/{productIdOrSlug}/groups. Permission of API
        users: groups:list.
        """
        return self._page(
            LIST_PRODUCT_GROUPS, options, DeviceGroupList, DeviceGroup, query={"name": name}
        )

    def create(
        self,
        name: str,
        *,
        description: str | Unset = UNSET,
        color: str | Unset = UNSET,
        **options: Unpack[RequestOptions],
    ) -> DeviceGroupResponse:
        """Create a group.

        Creates a device group in a product. Devices join it with `devices.set_groups` and
        `devices.batch_assign_groups`.

        Args:
            name: Name of the group. It may consist of lower-case letters, digits, dashes and
                underscores.
            description: What the group is for.
            color: Colour of the group in the console, such as `#34495e`.

        Examples:
            >>> product.groups.create("group_a", description="the A group", color="#34495e")

        Cloud API: createProductGroup, POST /v1/products/{productIdOrSlug}/groups. Permission of API
        users: groups:create.
        """
        return self._call(
            CREATE_PRODUCT_GROUP,
            options,
            DeviceGroupResponse,
            json={"name": name, "description": description, "color": color},
        )

    def get(self, group_name: str, **options: Unpack[RequestOptions]) -> DeviceGroupResponse:
        """Get a group.

        One device group, with the number of its devices.

        Args:
            group_name: Name of the group.

        Examples:
            >>> product.groups.get("group_a")

        Cloud API: getProductGroup, GET /v1/products/{productIdOrSlug}/groups/{groupName}.
        Permission of API users: groups:get.
        """
        return self._call(
            GET_PRODUCT_GROUP, options, DeviceGroupResponse, path={"group_name": group_name}
        )

    def update(
        self,
        group_name: str,
        *,
        name: str | Unset = UNSET,
        description: str | Unset = UNSET,
        color: str | Unset = UNSET,
        **options: Unpack[RequestOptions],
    ) -> DeviceGroupResponse:
        """Change a group.

        Changes name, colour or description of a device group. Takes at least one of them; what
        isn't given stays as it is.

        Args:
            group_name: Name of the group.
            name: New name. It may consist of lower-case letters, digits, dashes and
                underscores.
            description: New description.
            color: New colour in the console, such as `#e74c3c`.

        Examples:
            >>> product.groups.update("group_a", name="double_agent")

        Cloud API: updateProductGroup, PUT /v1/products/{productIdOrSlug}/groups/{groupName}.
        Permission of API users: groups:update.
        """
        return self._call(
            UPDATE_PRODUCT_GROUP,
            options,
            DeviceGroupResponse,
            path={"group_name": group_name},
            json={"name": name, "description": description, "color": color},
        )

    def delete(self, group_name: str, **options: Unpack[RequestOptions]) -> None:
        """Delete a group.

        Deletes a device group. Its devices stay in the product, but are no longer in the group.

        Args:
            group_name: Name of the group.

        Examples:
            >>> product.groups.delete("group_a")

        Cloud API: deleteProductGroup, DELETE /v1/products/{productIdOrSlug}/groups/{groupName}.
        Permission of API users: groups:remove.
        """
        self._call(DELETE_PRODUCT_GROUP, options, path={"group_name": group_name})

    def impact(
        self,
        firmware_version: int | str,
        *,
        groups: Sequence[str] | Unset = UNSET,
        product_default: bool | Unset = UNSET,
        **options: Unpack[RequestOptions],
    ) -> GroupsImpact:
        """Get the impact of a release to groups.

        How many devices would get an update over the air if a version of the product's firmware
        were released to these groups, or no longer released to any. Nothing is changed.

        Args:
            firmware_version: The version of the product's firmware.
            groups: Names of the groups that the version would be released to. They travel as
                one value, separated by commas. Left out, the version would no longer be released to
                any group.
            product_default: `true` if the version would become the product's default; `false`
                if it is the default and would no longer be.

        Examples:
            >>> product.groups.impact(3)

        Cloud API: getProductGroupsImpact, GET /v1/products/{productIdOrSlug}/impact. Permission of
        API users: groups.impact:get.
        """
        return self._call(
            GET_PRODUCT_GROUPS_IMPACT,
            options,
            GroupsImpact,
            query={
                "firmware_version": firmware_version,
                "action": "edit_groups_for_firmware",
                "groups": comma("groups", several("groups", groups)),
                "product_default": product_default,
            },
        )


class AsyncProductGroups(AsyncResource):
    """Device groups of a product, to which firmware can be released before the whole fleet gets it.

    Reached as `particle.product(…).groups` of an `AsyncParticle`.
    """

    __slots__ = ()

    def list(
        self, *, name: str | Unset = UNSET, **options: Unpack[RequestOptions]
    ) -> AsyncPager[DeviceGroupList, DeviceGroup]:
        """List the groups of a product.

        The device groups of a product, in one response without pages.

        Args:
            name: Only groups whose name contains this text.

        Examples:
            >>> async for group in product.groups.list():
            ...     print(group.name)

        Cloud API: listProductGroups, GET /v1/products/{productIdOrSlug}/groups. Permission of API
        users: groups:list.
        """
        return self._page(
            LIST_PRODUCT_GROUPS, options, DeviceGroupList, DeviceGroup, query={"name": name}
        )

    async def create(
        self,
        name: str,
        *,
        description: str | Unset = UNSET,
        color: str | Unset = UNSET,
        **options: Unpack[RequestOptions],
    ) -> DeviceGroupResponse:
        """Create a group.

        Creates a device group in a product. Devices join it with `devices.set_groups` and
        `devices.batch_assign_groups`.

        Args:
            name: Name of the group. It may consist of lower-case letters, digits, dashes and
                underscores.
            description: What the group is for.
            color: Colour of the group in the console, such as `#34495e`.

        Examples:
            >>> await product.groups.create("group_a", description="the A group", color="#34495e")

        Cloud API: createProductGroup, POST /v1/products/{productIdOrSlug}/groups. Permission of API
        users: groups:create.
        """
        return await self._call(
            CREATE_PRODUCT_GROUP,
            options,
            DeviceGroupResponse,
            json={"name": name, "description": description, "color": color},
        )

    async def get(self, group_name: str, **options: Unpack[RequestOptions]) -> DeviceGroupResponse:
        """Get a group.

        One device group, with the number of its devices.

        Args:
            group_name: Name of the group.

        Examples:
            >>> await product.groups.get("group_a")

        Cloud API: getProductGroup, GET /v1/products/{productIdOrSlug}/groups/{groupName}.
        Permission of API users: groups:get.
        """
        return await self._call(
            GET_PRODUCT_GROUP, options, DeviceGroupResponse, path={"group_name": group_name}
        )

    async def update(
        self,
        group_name: str,
        *,
        name: str | Unset = UNSET,
        description: str | Unset = UNSET,
        color: str | Unset = UNSET,
        **options: Unpack[RequestOptions],
    ) -> DeviceGroupResponse:
        """Change a group.

        Changes name, colour or description of a device group. Takes at least one of them; what
        isn't given stays as it is.

        Args:
            group_name: Name of the group.
            name: New name. It may consist of lower-case letters, digits, dashes and
                underscores.
            description: New description.
            color: New colour in the console, such as `#e74c3c`.

        Examples:
            >>> await product.groups.update("group_a", name="double_agent")

        Cloud API: updateProductGroup, PUT /v1/products/{productIdOrSlug}/groups/{groupName}.
        Permission of API users: groups:update.
        """
        return await self._call(
            UPDATE_PRODUCT_GROUP,
            options,
            DeviceGroupResponse,
            path={"group_name": group_name},
            json={"name": name, "description": description, "color": color},
        )

    async def delete(self, group_name: str, **options: Unpack[RequestOptions]) -> None:
        """Delete a group.

        Deletes a device group. Its devices stay in the product, but are no longer in the group.

        Args:
            group_name: Name of the group.

        Examples:
            >>> await product.groups.delete("group_a")

        Cloud API: deleteProductGroup, DELETE /v1/products/{productIdOrSlug}/groups/{groupName}.
        Permission of API users: groups:remove.
        """
        await self._call(DELETE_PRODUCT_GROUP, options, path={"group_name": group_name})

    async def impact(
        self,
        firmware_version: int | str,
        *,
        groups: Sequence[str] | Unset = UNSET,
        product_default: bool | Unset = UNSET,
        **options: Unpack[RequestOptions],
    ) -> GroupsImpact:
        """Get the impact of a release to groups.

        How many devices would get an update over the air if a version of the product's firmware
        were released to these groups, or no longer released to any. Nothing is changed.

        Args:
            firmware_version: The version of the product's firmware.
            groups: Names of the groups that the version would be released to. They travel as
                one value, separated by commas. Left out, the version would no longer be released to
                any group.
            product_default: `true` if the version would become the product's default; `false`
                if it is the default and would no longer be.

        Examples:
            >>> await product.groups.impact(3)

        Cloud API: getProductGroupsImpact, GET /v1/products/{productIdOrSlug}/impact. Permission of
        API users: groups.impact:get.
        """
        return await self._call(
            GET_PRODUCT_GROUPS_IMPACT,
            options,
            GroupsImpact,
            query={
                "firmware_version": firmware_version,
                "action": "edit_groups_for_firmware",
                "groups": comma("groups", several("groups", groups)),
                "product_default": product_default,
            },
        )
