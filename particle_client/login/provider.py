"""What gives a client its access tokens."""

from __future__ import annotations

from typing import Any, NoReturn, Self


class TokenProvider:
    """Gives a client its access tokens: `Particle(access_token=provider)`.

    The base of `PasswordLogin` and the others, and of your own. One of your own implements
    `get_token` for Particle, `aget_token` for AsyncParticle, and `reject` if it can do something
    about a token that the cloud doesn't take. It may be asked by several clients, threads and tasks
    at a time.
    """

    def get_token(self, client: Any) -> str:
        """Return a token that is good now. Asked before each request that needs one.

        Args:
            client: The `Particle` that asks. A request sent with it here must need no token.
        """
        raise NotImplementedError(f"{type(self).__name__} has no get_token: use AsyncParticle")

    async def aget_token(self, client: Any) -> str:
        """Return a token that is good now, for an AsyncParticle."""
        raise NotImplementedError(f"{type(self).__name__} has no aget_token: use Particle")

    def reject(self, token: str) -> bool:
        """Take notice that the cloud answered 401 to a token.

        Returns:
            Whether asking again may give another one. Then the request is sent again, once.
        """
        return False

    def __copy__(self) -> Self:
        return self  # what it holds is shared by all who use it

    def __deepcopy__(self, memo: dict[int, Any]) -> Self:
        return self

    def __reduce_ex__(self, protocol: Any) -> NoReturn:
        raise TypeError(
            f"{type(self).__name__} can't be pickled, since it may hold secrets: "
            "make one in each process. A store lets them share the token."
        )
