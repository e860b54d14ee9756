"""The tracking identity of an account: what is written by hand of `user`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Unpack

from ..models.user import TrackingIdentity
from .base import AsyncResource, Resource

if TYPE_CHECKING:
    from ..operation import RequestOptions

__all__ = ["AsyncUserMethods", "UserMethods"]


class UserMethods(Resource):
    """The tracking identity."""

    __slots__ = ()

    def tracking_identity(
        self, *, full: bool = False, **options: Unpack[RequestOptions]
    ) -> TrackingIdentity:
        """Give the identity that Particle's tools use to count their users.

        Args:
            full: Everything that the cloud tells, not only the identity.

        Cloud API: getTrackingIdentity, GET /v1/user/identify.
        """
        from ..api.user import GET_TRACKING_IDENTITY

        query = None if full else {"tracking": 1}
        return self._model(
            GET_TRACKING_IDENTITY, TrackingIdentity, "/user/identify", options, query=query
        )


class AsyncUserMethods(AsyncResource):
    """The tracking identity."""

    __slots__ = ()

    async def tracking_identity(
        self, *, full: bool = False, **options: Unpack[RequestOptions]
    ) -> TrackingIdentity:
        """Give the identity that Particle's tools use to count their users.

        Args:
            full: Everything that the cloud tells, not only the identity.

        Cloud API: getTrackingIdentity, GET /v1/user/identify.
        """
        from ..api.user import GET_TRACKING_IDENTITY

        query = None if full else {"tracking": 1}
        return await self._model(
            GET_TRACKING_IDENTITY, TrackingIdentity, "/user/identify", options, query=query
        )
