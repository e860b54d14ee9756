# Generated from openapi/ by `make generate`. Do not edit.
"""SIM cards: their life cycle, from activation to release, the data that they use, and their
cellular connection.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Unpack

from ..base.files import AsyncFileInput, FileInput, Progress
from ..base.unset import UNSET, Unset
from ..calls.encoding import several
from ..calls.lazy import AsyncPager
from ..calls.options import RequestOptions
from ..calls.page import Page
from ..methods.arguments import multipart
from ..methods.async_resource import AsyncResource
from ..methods.resource import Resource
from ..models.common import Ok
from ..models.sims import (
    FleetDataUsage,
    Sim,
    SimConnectionCheck,
    SimDataUsage,
    SimList,
    SimResponse,
)
from ..operations.sims import (
    CHECK_SIM,
    GET_PRODUCT_FLEET_DATA_USAGE,
    GET_SIM,
    GET_SIM_DATA_USAGE,
    GET_SIM_STATUS,
    IMPORT_PRODUCT_SIMS,
    IMPORT_PRODUCT_SIMS_IMPORT_FILE,
    LIST_PRODUCT_SIMS,
    LIST_SIMS,
    REMOVE_SIM,
    UPDATE_PRODUCT_SIM,
    UPDATE_SIM,
    UPDATE_SIM_ACTIVATE,
)

__all__ = ["AsyncProductSims", "AsyncSims", "ProductSims", "Sims"]


class SimsBase(Resource):
    """What the sims of the account and a product have in common."""

    __slots__ = ()

    def remove(self, iccid: str, **options: Unpack[RequestOptions]) -> Ok | None:
        """Release a SIM card.

        Takes a SIM card away from its user or product and deactivates it. Afterwards another user
        can claim it, or another product import it.

        The release may take a while: then the status is 202 instead of 204, which the option
        `on_response` shows.

        Args:
            iccid: ICCID of the SIM card, the number of 19 or 20 digits that is printed on it.

        Examples:
            >>> particle.sims.remove("8934076500002589174")

        Cloud API: removeSim, DELETE {scope}/sims/{iccid}. Permission of API users: sims:remove.
        """
        return self._call(REMOVE_SIM, options, Ok | None, path={"iccid": iccid})

    def data_usage(self, iccid: str, **options: Unpack[RequestOptions]) -> SimDataUsage:
        """Get the data usage of a SIM card.

        How many megabytes the SIM card used on each day of the current billing period. Reports come
        up to an hour late.

        Args:
            iccid: ICCID of the SIM card, the number of 19 or 20 digits that is printed on it.

        Examples:
            >>> particle.sims.data_usage("8934076500002589174")

        Cloud API: getSimDataUsage, GET {scope}/sims/{iccid}/data_usage.
        """
        return self._call(GET_SIM_DATA_USAGE, options, SimDataUsage, path={"iccid": iccid})

    def status(self, iccid: str, **options: Unpack[RequestOptions]) -> SimConnectionCheck:
        """Get the cellular connection of a SIM card.

        Whether the SIM card has an active data session with a cell tower.

        The check takes a while. The first call starts it. Call again after
        `meta.check_again_after`, until `meta.state` is `complete`. Before that all values of
        `sim_status` are null. The mobile network's operator caches them, so they may be out of
        date.

        Args:
            iccid: ICCID of the SIM card, the number of 19 or 20 digits that is printed on it.

        Examples:
            >>> particle.sims.status("8934076500002589174")

        Cloud API: getSimStatus, GET {scope}/sims/{iccid}/status. Permission of API users:
        sims.status:get.
        """
        return self._call(GET_SIM_STATUS, options, SimConnectionCheck, path={"iccid": iccid})


class Sims(SimsBase):
    """SIM cards: their life cycle, from activation to release, the data that they use, and their
    cellular connection.

    Reached as `particle.sims`.
    """

    __slots__ = ()

    def list(self, **options: Unpack[RequestOptions]) -> Page[SimList, Sim]:
        """List your SIM cards.

        All SIM cards of your account in one response, each with its state, its rates and the device
        that used it last.

        Examples:
            >>> for sim in particle.sims.list():
            ...     print(sim.id)

        Cloud API: listSims, GET /v1/sims. Permission of API users: sims:list.
        """
        return self._page(LIST_SIMS, options, SimList, Sim)

    def get(self, iccid: str, **options: Unpack[RequestOptions]) -> SimResponse:
        """Get a SIM card.

        State, rates, owner and last device of one SIM card.

        Args:
            iccid: ICCID of the SIM card, the number of 19 or 20 digits that is printed on it.

        Examples:
            >>> particle.sims.get("8934076500002589174")

        Cloud API: getSim, GET /v1/sims/{iccid}. Permission of API users: sims:get.
        """
        return self._call(GET_SIM, options, SimResponse, path={"iccid": iccid})

    def activate(
        self,
        iccid: str,
        *,
        country: str | Unset = UNSET,
        promo_code: str | Unset = UNSET,
        **options: Unpack[RequestOptions],
    ) -> None:
        """Activate a SIM card.

        Activates a SIM card for the first time. SIM cards of a product are activated through the
        product instead.

        Args:
            iccid: ICCID of the SIM card, the number of 19 or 20 digits that is printed on it.
            country: Country where the SIM card will be used, as a two-letter code (ISO 3166-1
                alpha-2).
            promo_code: Code of a voucher.

        Examples:
            >>> particle.sims.activate("8934076500002589174")

        Cloud API: updateSim, PUT /v1/sims/{iccid}. Permission of API users: sims:update.
        """
        self._call(
            UPDATE_SIM_ACTIVATE,
            options,
            path={"iccid": iccid},
            json={"country": country, "promoCode": promo_code, "action": "activate"},
        )

    def deactivate(self, iccid: str, **options: Unpack[RequestOptions]) -> None:
        """Deactivate a SIM card.

        Takes the SIM card off the cellular network. It can no longer connect, and its device isn't
        billed any more.

        Args:
            iccid: ICCID of the SIM card, the number of 19 or 20 digits that is printed on it.

        Examples:
            >>> particle.sims.deactivate("8934076500002589174")

        Cloud API: updateSim, PUT /v1/sims/{iccid}. Permission of API users: sims:update.
        """
        self._call(UPDATE_SIM, options, path={"iccid": iccid}, json={"action": "deactivate"})

    def reactivate(
        self, iccid: str, *, mb_limit: int | Unset = UNSET, **options: Unpack[RequestOptions]
    ) -> None:
        """Reactivate a SIM card.

        Lets a deactivated SIM card connect to the cellular network again. The data limit can be
        changed with it.

        Args:
            iccid: ICCID of the SIM card, the number of 19 or 20 digits that is printed on it.
            mb_limit: New data limit, in megabytes per month. Left out, the limit stays as it
                is.

        Examples:
            >>> particle.sims.reactivate("8934076500002589174")

        Cloud API: updateSim, PUT /v1/sims/{iccid}. Permission of API users: sims:update.
        """
        self._call(
            UPDATE_SIM,
            options,
            path={"iccid": iccid},
            json={"mb_limit": mb_limit, "action": "reactivate"},
        )

    def update(self, iccid: str, mb_limit: int, **options: Unpack[RequestOptions]) -> None:
        """Set the data limit of a SIM card.

        Sets how much data the SIM card may use in a month before it is paused.

        Args:
            iccid: ICCID of the SIM card, the number of 19 or 20 digits that is printed on it.
            mb_limit: Data limit, in megabytes per month.

        Examples:
            >>> particle.sims.update("8934076500002589174", 5)

        Cloud API: updateSim, PUT /v1/sims/{iccid}. Permission of API users: sims:update.
        """
        self._call(UPDATE_SIM, options, path={"iccid": iccid}, json={"mb_limit": mb_limit})

    def check(self, iccid: str, **options: Unpack[RequestOptions]) -> None:
        """Check a SIM card.

        Asks whether the cloud knows the SIM card, before it is activated. The response has no body:
        the call returns nothing when all is well, and fails otherwise, with 404 for an unknown SIM
        card. Who needs the exact status gets it with the option `on_response`.

        Args:
            iccid: ICCID of the SIM card, the number of 19 or 20 digits that is printed on it.

        Examples:
            >>> particle.sims.check("8934076500002589174")

        Cloud API: checkSim, HEAD /v1/sims/{iccid}.
        """
        self._call(CHECK_SIM, options, path={"iccid": iccid})


class ProductSims(SimsBase):
    """SIM cards: their life cycle, from activation to release, the data that they use, and their
    cellular connection.

    Reached as `particle.product(…).sims`.
    """

    __slots__ = ()

    def list(
        self,
        *,
        iccid: str | Unset = UNSET,
        device_id: str | Unset = UNSET,
        device_name: str | Unset = UNSET,
        page: int | Unset = UNSET,
        per_page: int | Unset = UNSET,
        **options: Unpack[RequestOptions],
    ) -> Page[SimList, Sim]:
        """List the SIM cards of a product.

        The SIM cards of a product, page by page, 25 on a page unless `per_page` says otherwise. The
        filters match in part.

        Args:
            iccid: Only SIM cards whose ICCID contains this text.
            device_id: Only SIM cards whose last device has an ID that contains this text.
            device_name: Only SIM cards whose last device has a name that contains this text.
            page: Number of the page to return, counted from 1. Default 1.
            per_page: Number of records on a page. Each list has its own default.

        Examples:
            >>> for sim in product.sims.list():
            ...     print(sim.id)

        Cloud API: listProductSims, GET /v1/products/{productIdOrSlug}/sims. Permission of API
        users: sims:list.
        """
        return self._page(
            LIST_PRODUCT_SIMS,
            options,
            SimList,
            Sim,
            query={
                "iccid": iccid,
                "deviceId": device_id,
                "deviceName": device_name,
                "page": page,
                "per_page": per_page,
            },
        )

    def activate(
        self,
        iccids: Sequence[str],
        *,
        country: str | Unset = UNSET,
        **options: Unpack[RequestOptions],
    ) -> Ok:
        """Import SIM cards into a product and activate them.

        Brings the SIM cards into the product and activates them. A device that a SIM card belongs
        to is imported with it.

        The import is queued: the response only tells that it was accepted. How it went for each SIM
        card comes by e-mail.

        Args:
            iccids: ICCIDs of the SIM cards.
            country: Country where the SIM cards will be used, as a two-letter code (ISO 3166-1
                alpha-2).

        Examples:
            >>> product.sims.activate(["8934076500002586220"])

        Cloud API: importProductSims, POST /v1/products/{productIdOrSlug}/sims. Permission of API
        users: sims:import.
        """
        return self._call(
            IMPORT_PRODUCT_SIMS,
            options,
            Ok,
            json={"sims": several("iccids", iccids), "country": country},
        )

    def import_file(
        self,
        file: FileInput,
        *,
        progress: Progress | None = None,
        **options: Unpack[RequestOptions],
    ) -> Ok:
        """Import a file of SIM cards into a product and activate them.

        As `activate`, with a text file of ICCIDs, one per line.

        Args:
            file: A text file (`.txt`) with one ICCID a line.
            progress: Called with the bytes sent and the bytes in all.

        Raises:
            PayloadTooLargeError: The body of the request is larger than the cloud accepts.

        Examples:
            >>> product.sims.import_file("sims.txt")

        Cloud API: importProductSims, POST /v1/products/{productIdOrSlug}/sims. Permission of API
        users: sims:import.
        """
        return self._call(
            IMPORT_PRODUCT_SIMS_IMPORT_FILE,
            options,
            Ok,
            multipart=multipart({"file": (file, "sims.txt")}, {}, progress, identifiers=True),
        )

    def fleet_data_usage(self, **options: Unpack[RequestOptions]) -> FleetDataUsage:
        """Get the data usage of a product's fleet.

        How many megabytes all SIM cards of the product together used in the current billing period,
        in all and day by day.

        Reports come late: usually the next day, sometimes several days later.

        Examples:
            >>> product.sims.fleet_data_usage()

        Cloud API: getProductFleetDataUsage, GET /v1/products/{productIdOrSlug}/sims/data_usage.
        Permission of API users: sims.usage:get.
        """
        return self._call(GET_PRODUCT_FLEET_DATA_USAGE, options, FleetDataUsage)

    def deactivate(self, iccid: str, **options: Unpack[RequestOptions]) -> None:
        """Deactivate a SIM card.

        Takes the SIM card off the cellular network. It can no longer connect, and its device isn't
        billed any more.

        Args:
            iccid: ICCID of the SIM card, the number of 19 or 20 digits that is printed on it.

        Examples:
            >>> product.sims.deactivate("8934076500002589174")

        Cloud API: updateProductSim, PUT /v1/products/{productIdOrSlug}/sims/{iccid}. Permission of
        API users: sims:update.
        """
        self._call(
            UPDATE_PRODUCT_SIM, options, path={"iccid": iccid}, json={"action": "deactivate"}
        )

    def reactivate(
        self, iccid: str, *, mb_limit: int | Unset = UNSET, **options: Unpack[RequestOptions]
    ) -> None:
        """Reactivate a SIM card.

        Lets a deactivated SIM card connect to the cellular network again. The data limit can be
        changed with it.

        Args:
            iccid: ICCID of the SIM card, the number of 19 or 20 digits that is printed on it.
            mb_limit: New data limit, in megabytes per month. Left out, the limit stays as it
                is.

        Examples:
            >>> product.sims.reactivate("8934076500002589174")

        Cloud API: updateProductSim, PUT /v1/products/{productIdOrSlug}/sims/{iccid}. Permission of
        API users: sims:update.
        """
        self._call(
            UPDATE_PRODUCT_SIM,
            options,
            path={"iccid": iccid},
            json={"mb_limit": mb_limit, "action": "reactivate"},
        )

    def update(self, iccid: str, mb_limit: int, **options: Unpack[RequestOptions]) -> None:
        """Set the data limit of a SIM card.

        Sets how much data the SIM card may use in a month before it is paused.

        Args:
            iccid: ICCID of the SIM card, the number of 19 or 20 digits that is printed on it.
            mb_limit: Data limit, in megabytes per month.

        Examples:
            >>> product.sims.update("8934076500002589174", 5)

        Cloud API: updateProductSim, PUT /v1/products/{productIdOrSlug}/sims/{iccid}. Permission of
        API users: sims:update.
        """
        self._call(UPDATE_PRODUCT_SIM, options, path={"iccid": iccid}, json={"mb_limit": mb_limit})


class AsyncSimsBase(AsyncResource):
    """What the sims of the account and a product have in common."""

    __slots__ = ()

    async def remove(self, iccid: str, **options: Unpack[RequestOptions]) -> Ok | None:
        """Release a SIM card.

        Takes a SIM card away from its user or product and deactivates it. Afterwards another user
        can claim it, or another product import it.

        The release may take a while: then the status is 202 instead of 204, which the option
        `on_response` shows.

        Args:
            iccid: ICCID of the SIM card, the number of 19 or 20 digits that is printed on it.

        Examples:
            >>> await particle.sims.remove("8934076500002589174")

        Cloud API: removeSim, DELETE {scope}/sims/{iccid}. Permission of API users: sims:remove.
        """
        return await self._call(REMOVE_SIM, options, Ok | None, path={"iccid": iccid})

    async def data_usage(self, iccid: str, **options: Unpack[RequestOptions]) -> SimDataUsage:
        """Get the data usage of a SIM card.

        How many megabytes the SIM card used on each day of the current billing period. Reports come
        up to an hour late.

        Args:
            iccid: ICCID of the SIM card, the number of 19 or 20 digits that is printed on it.

        Examples:
            >>> await particle.sims.data_usage("8934076500002589174")

        Cloud API: getSimDataUsage, GET {scope}/sims/{iccid}/data_usage.
        """
        return await self._call(GET_SIM_DATA_USAGE, options, SimDataUsage, path={"iccid": iccid})

    async def status(self, iccid: str, **options: Unpack[RequestOptions]) -> SimConnectionCheck:
        """Get the cellular connection of a SIM card.

        Whether the SIM card has an active data session with a cell tower.

        The check takes a while. The first call starts it. Call again after
        `meta.check_again_after`, until `meta.state` is `complete`. Before that all values of
        `sim_status` are null. The mobile network's operator caches them, so they may be out of
        date.

        Args:
            iccid: ICCID of the SIM card, the number of 19 or 20 digits that is printed on it.

        Examples:
            >>> await particle.sims.status("8934076500002589174")

        Cloud API: getSimStatus, GET {scope}/sims/{iccid}/status. Permission of API users:
        sims.status:get.
        """
        return await self._call(GET_SIM_STATUS, options, SimConnectionCheck, path={"iccid": iccid})


class AsyncSims(AsyncSimsBase):
    """SIM cards: their life cycle, from activation to release, the data that they use, and their
    cellular connection.

    Reached as `particle.sims` of an `AsyncParticle`.
    """

    __slots__ = ()

    def list(self, **options: Unpack[RequestOptions]) -> AsyncPager[SimList, Sim]:
        """List your SIM cards.

        All SIM cards of your account in one response, each with its state, its rates and the device
        that used it last.

        Examples:
            >>> async for sim in particle.sims.list():
            ...     print(sim.id)

        Cloud API: listSims, GET /v1/sims. Permission of API users: sims:list.
        """
        return self._page(LIST_SIMS, options, SimList, Sim)

    async def get(self, iccid: str, **options: Unpack[RequestOptions]) -> SimResponse:
        """Get a SIM card.

        State, rates, owner and last device of one SIM card.

        Args:
            iccid: ICCID of the SIM card, the number of 19 or 20 digits that is printed on it.

        Examples:
            >>> await particle.sims.get("8934076500002589174")

        Cloud API: getSim, GET /v1/sims/{iccid}. Permission of API users: sims:get.
        """
        return await self._call(GET_SIM, options, SimResponse, path={"iccid": iccid})

    async def activate(
        self,
        iccid: str,
        *,
        country: str | Unset = UNSET,
        promo_code: str | Unset = UNSET,
        **options: Unpack[RequestOptions],
    ) -> None:
        """Activate a SIM card.

        Activates a SIM card for the first time. SIM cards of a product are activated through the
        product instead.

        Args:
            iccid: ICCID of the SIM card, the number of 19 or 20 digits that is printed on it.
            country: Country where the SIM card will be used, as a two-letter code (ISO 3166-1
                alpha-2).
            promo_code: Code of a voucher.

        Examples:
            >>> await particle.sims.activate("8934076500002589174")

        Cloud API: updateSim, PUT /v1/sims/{iccid}. Permission of API users: sims:update.
        """
        await self._call(
            UPDATE_SIM_ACTIVATE,
            options,
            path={"iccid": iccid},
            json={"country": country, "promoCode": promo_code, "action": "activate"},
        )

    async def deactivate(self, iccid: str, **options: Unpack[RequestOptions]) -> None:
        """Deactivate a SIM card.

        Takes the SIM card off the cellular network. It can no longer connect, and its device isn't
        billed any more.

        Args:
            iccid: ICCID of the SIM card, the number of 19 or 20 digits that is printed on it.

        Examples:
            >>> await particle.sims.deactivate("8934076500002589174")

        Cloud API: updateSim, PUT /v1/sims/{iccid}. Permission of API users: sims:update.
        """
        await self._call(UPDATE_SIM, options, path={"iccid": iccid}, json={"action": "deactivate"})

    async def reactivate(
        self, iccid: str, *, mb_limit: int | Unset = UNSET, **options: Unpack[RequestOptions]
    ) -> None:
        """Reactivate a SIM card.

        Lets a deactivated SIM card connect to the cellular network again. The data limit can be
        changed with it.

        Args:
            iccid: ICCID of the SIM card, the number of 19 or 20 digits that is printed on it.
            mb_limit: New data limit, in megabytes per month. Left out, the limit stays as it
                is.

        Examples:
            >>> await particle.sims.reactivate("8934076500002589174")

        Cloud API: updateSim, PUT /v1/sims/{iccid}. Permission of API users: sims:update.
        """
        await self._call(
            UPDATE_SIM,
            options,
            path={"iccid": iccid},
            json={"mb_limit": mb_limit, "action": "reactivate"},
        )

    async def update(self, iccid: str, mb_limit: int, **options: Unpack[RequestOptions]) -> None:
        """Set the data limit of a SIM card.

        Sets how much data the SIM card may use in a month before it is paused.

        Args:
            iccid: ICCID of the SIM card, the number of 19 or 20 digits that is printed on it.
            mb_limit: Data limit, in megabytes per month.

        Examples:
            >>> await particle.sims.update("8934076500002589174", 5)

        Cloud API: updateSim, PUT /v1/sims/{iccid}. Permission of API users: sims:update.
        """
        await self._call(UPDATE_SIM, options, path={"iccid": iccid}, json={"mb_limit": mb_limit})

    async def check(self, iccid: str, **options: Unpack[RequestOptions]) -> None:
        """Check a SIM card.

        Asks whether the cloud knows the SIM card, before it is activated. The response has no body:
        the call returns nothing when all is well, and fails otherwise, with 404 for an unknown SIM
        card. Who needs the exact status gets it with the option `on_response`.

        Args:
            iccid: ICCID of the SIM card, the number of 19 or 20 digits that is printed on it.

        Examples:
            >>> await particle.sims.check("8934076500002589174")

        Cloud API: checkSim, HEAD /v1/sims/{iccid}.
        """
        await self._call(CHECK_SIM, options, path={"iccid": iccid})


class AsyncProductSims(AsyncSimsBase):
    """SIM cards: their life cycle, from activation to release, the data that they use, and their
    cellular connection.

    Reached as `particle.product(…).sims` of an `AsyncParticle`.
    """

    __slots__ = ()

    def list(
        self,
        *,
        iccid: str | Unset = UNSET,
        device_id: str | Unset = UNSET,
        device_name: str | Unset = UNSET,
        page: int | Unset = UNSET,
        per_page: int | Unset = UNSET,
        **options: Unpack[RequestOptions],
    ) -> AsyncPager[SimList, Sim]:
        """List the SIM cards of a product.

        The SIM cards of a product, page by page, 25 on a page unless `per_page` says otherwise. The
        filters match in part.

        Args:
            iccid: Only SIM cards whose ICCID contains this text.
            device_id: Only SIM cards whose last device has an ID that contains this text.
            device_name: Only SIM cards whose last device has a name that contains this text.
            page: Number of the page to return, counted from 1. Default 1.
            per_page: Number of records on a page. Each list has its own default.

        Examples:
            >>> async for sim in product.sims.list():
            ...     print(sim.id)

        Cloud API: listProductSims, GET /v1/products/{productIdOrSlug}/sims. Permission of API
        users: sims:list.
        """
        return self._page(
            LIST_PRODUCT_SIMS,
            options,
            SimList,
            Sim,
            query={
                "iccid": iccid,
                "deviceId": device_id,
                "deviceName": device_name,
                "page": page,
                "per_page": per_page,
            },
        )

    async def activate(
        self,
        iccids: Sequence[str],
        *,
        country: str | Unset = UNSET,
        **options: Unpack[RequestOptions],
    ) -> Ok:
        """Import SIM cards into a product and activate them.

        Brings the SIM cards into the product and activates them. A device that a SIM card belongs
        to is imported with it.

        The import is queued: the response only tells that it was accepted. How it went for each SIM
        card comes by e-mail.

        Args:
            iccids: ICCIDs of the SIM cards.
            country: Country where the SIM cards will be used, as a two-letter code (ISO 3166-1
                alpha-2).

        Examples:
            >>> await product.sims.activate(["8934076500002586220"])

        Cloud API: importProductSims, POST /v1/products/{productIdOrSlug}/sims. Permission of API
        users: sims:import.
        """
        return await self._call(
            IMPORT_PRODUCT_SIMS,
            options,
            Ok,
            json={"sims": several("iccids", iccids), "country": country},
        )

    async def import_file(
        self,
        file: AsyncFileInput,
        *,
        progress: Progress | None = None,
        **options: Unpack[RequestOptions],
    ) -> Ok:
        """Import a file of SIM cards into a product and activate them.

        As `activate`, with a text file of ICCIDs, one per line.

        Args:
            file: A text file (`.txt`) with one ICCID a line.
            progress: Called with the bytes sent and the bytes in all.

        Raises:
            PayloadTooLargeError: The body of the request is larger than the cloud accepts.

        Examples:
            >>> await product.sims.import_file("sims.txt")

        Cloud API: importProductSims, POST /v1/products/{productIdOrSlug}/sims. Permission of API
        users: sims:import.
        """
        return await self._call(
            IMPORT_PRODUCT_SIMS_IMPORT_FILE,
            options,
            Ok,
            multipart=multipart({"file": (file, "sims.txt")}, {}, progress, identifiers=True),
        )

    async def fleet_data_usage(self, **options: Unpack[RequestOptions]) -> FleetDataUsage:
        """Get the data usage of a product's fleet.

        How many megabytes all SIM cards of the product together used in the current billing period,
        in all and day by day.

        Reports come late: usually the next day, sometimes several days later.

        Examples:
            >>> await product.sims.fleet_data_usage()

        Cloud API: getProductFleetDataUsage, GET /v1/products/{productIdOrSlug}/sims/data_usage.
        Permission of API users: sims.usage:get.
        """
        return await self._call(GET_PRODUCT_FLEET_DATA_USAGE, options, FleetDataUsage)

    async def deactivate(self, iccid: str, **options: Unpack[RequestOptions]) -> None:
        """Deactivate a SIM card.

        Takes the SIM card off the cellular network. It can no longer connect, and its device isn't
        billed any more.

        Args:
            iccid: ICCID of the SIM card, the number of 19 or 20 digits that is printed on it.

        Examples:
            >>> await product.sims.deactivate("8934076500002589174")

        Cloud API: updateProductSim, PUT /v1/products/{productIdOrSlug}/sims/{iccid}. Permission of
        API users: sims:update.
        """
        await self._call(
            UPDATE_PRODUCT_SIM, options, path={"iccid": iccid}, json={"action": "deactivate"}
        )

    async def reactivate(
        self, iccid: str, *, mb_limit: int | Unset = UNSET, **options: Unpack[RequestOptions]
    ) -> None:
        """Reactivate a SIM card.

        Lets a deactivated SIM card connect to the cellular network again. The data limit can be
        changed with it.

        Args:
            iccid: ICCID of the SIM card, the number of 19 or 20 digits that is printed on it.
            mb_limit: New data limit, in megabytes per month. Left out, the limit stays as it
                is.

        Examples:
            >>> await product.sims.reactivate("8934076500002589174")

        Cloud API: updateProductSim, PUT /v1/products/{productIdOrSlug}/sims/{iccid}. Permission of
        API users: sims:update.
        """
        await self._call(
            UPDATE_PRODUCT_SIM,
            options,
            path={"iccid": iccid},
            json={"mb_limit": mb_limit, "action": "reactivate"},
        )

    async def update(self, iccid: str, mb_limit: int, **options: Unpack[RequestOptions]) -> None:
        """Set the data limit of a SIM card.

        Sets how much data the SIM card may use in a month before it is paused.

        Args:
            iccid: ICCID of the SIM card, the number of 19 or 20 digits that is printed on it.
            mb_limit: Data limit, in megabytes per month.

        Examples:
            >>> await product.sims.update("8934076500002589174", 5)

        Cloud API: updateProductSim, PUT /v1/products/{productIdOrSlug}/sims/{iccid}. Permission of
        API users: sims:update.
        """
        await self._call(
            UPDATE_PRODUCT_SIM, options, path={"iccid": iccid}, json={"mb_limit": mb_limit}
        )
