# Generated from async_user.py by `make generate`. Do not edit.
"""The tracking identity of an account: what is written by hand of `user`."""

from __future__ import annotations

from typing import Unpack

from ..calls.options import RequestOptions
from ..models.user import TrackingIdentity
from ..operations.user import GET_TRACKING_IDENTITY
from .resource import Resource


class UserMethods(Resource):
    """The tracking identity."""

    __slots__ = ()

    def tracking_identity(
        self, *, full: bool = False, **options: Unpack[RequestOptions]
    ) -> TrackingIdentity:
        """Return the identity that Particle's tools use to count their users.

        Args:
            full: Everything that the cloud tells, not only the identity.

        Cloud API: getTrackingIdentity, GET /v1/user/identify.
        """
        query = None if full else {"tracking": 1}
        return self._call(GET_TRACKING_IDENTITY, options, TrackingIdentity, query=query)
