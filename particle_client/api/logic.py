# Generated from openapi/ by `make generate`. Do not edit.
"""Logic: functions that the cloud runs on a schedule or when an event happens, their runs and what
they logged.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Unpack

from ..base.unset import UNSET, Unset
from ..calls.encoding import several
from ..calls.lazy import AsyncPager
from ..calls.options import RequestOptions
from ..calls.page import Page
from ..methods.async_resource import AsyncResource
from ..methods.resource import Resource
from ..models.common import Ok
from ..models.logic import (
    LogicEvent,
    LogicExecutionResponse,
    LogicFunction,
    LogicFunctionDailyStats,
    LogicFunctionList,
    LogicFunctionResponse,
    LogicFunctionStatsList,
    LogicRun,
    LogicRunList,
    LogicRunLogsResponse,
    LogicRunResponse,
    LogicSource,
    LogicTriggerSettings,
)
from ..operations.logic import (
    CREATE_LOGIC_FUNCTION,
    DELETE_LOGIC_FUNCTION,
    EXECUTE_LOGIC,
    GET_LOGIC_FUNCTION,
    GET_LOGIC_FUNCTION_STATS,
    GET_LOGIC_RUN,
    GET_LOGIC_RUN_LOGS,
    GET_PRODUCT_LOGIC_LOGS,
    LIST_LOGIC_FUNCTIONS,
    LIST_LOGIC_RUNS,
    UPDATE_LOGIC_FUNCTION,
)

__all__ = ["AsyncLogic", "AsyncOrgLogic", "AsyncProductLogic", "Logic", "OrgLogic", "ProductLogic"]


class LogicBase(Resource):
    """What the logic of the account, a product and an organization have in common."""

    __slots__ = ()

    def list_functions(
        self, *, today_stats: bool | Unset = UNSET, **options: Unpack[RequestOptions]
    ) -> Page[LogicFunctionList, LogicFunction]:
        """List logic functions.

        All logic functions in one response, with their code and their triggers.

        Args:
            today_stats: Whether to tell how often each function ran today (`today_stats`).
                Default false.

        Examples:
            >>> for function in particle.logic.list_functions():
            ...     print(function.name)

        Cloud API: listLogicFunctions, GET {scope}/logic/functions. Permission of API users:
        logic.functions:list.
        """
        return self._page(
            LIST_LOGIC_FUNCTIONS,
            options,
            LogicFunctionList,
            LogicFunction,
            query={"today_stats": today_stats},
        )

    def create_function(
        self,
        name: str,
        source: LogicSource | Mapping[str, Any] | Unset = UNSET,
        *,
        logic_triggers: Sequence[LogicTriggerSettings | Mapping[str, Any]] | Unset = UNSET,
        description: str | Unset = UNSET,
        enabled: bool | Unset = UNSET,
        api_username: str | Unset | None = UNSET,
        secrets: Sequence[str] | Unset | None = UNSET,
        use_env: bool | Unset | None = UNSET,
        **options: Unpack[RequestOptions],
    ) -> LogicFunctionResponse:
        """Create a logic function.

        Creates a function from its code and its triggers. Events run it from that moment on, a
        schedule from the next time that it names. An account or an organization has at most 20
        functions, and a run takes at most 30 seconds.

        Args:
            name: Name of the function, unique in the account or the organization.
            source: The code with its `type`, as in `{"type": "JavaScript", "code": "export
                default function main() {}"}`.
            logic_triggers: What makes the function run, at most 5 triggers of one type, as in
                `{"type": "Event", "event_name": "temperature", "product_id": 1234}` or `{"type":
                "Scheduled", "cron": "0 * * * *"}`.
            description: What the function is for.
            enabled: Whether the function is switched on.
            api_username: Username of the API user as which the function calls the Cloud API;
                null for none.
            secrets: Names of the secrets that the code may read, as `secrets.NAME`; null for
                none.
            use_env: Whether the code gets the environment variables, as `env`.

        Examples:
            >>> particle.logic.create_function(
            ...     "f",
            ...     {"type": "JavaScript", "code": "1"},
            ...     logic_triggers=[{"type": "Event", "event": "x", "product_id": 1}],
            ... )

        Cloud API: createLogicFunction, POST {scope}/logic/functions. Permission of API users:
        logic.functions:create.
        """
        return self._call(
            CREATE_LOGIC_FUNCTION,
            options,
            LogicFunctionResponse,
            json={
                "logic_function": {
                    "name": name,
                    "source": source,
                    "logic_triggers": several("logic_triggers", logic_triggers),
                    "description": description,
                    "enabled": enabled,
                    "api_username": api_username,
                    "secrets": several("secrets", secrets),
                    "use_env": use_env,
                }
            },
        )

    def get_function(
        self, function_id: str, **options: Unpack[RequestOptions]
    ) -> LogicFunctionResponse:
        """Get a logic function.

        One function, with its code and its triggers.

        Args:
            function_id: ID of the function.

        Examples:
            >>> particle.logic.get_function("79c1c82b-6dc5-49a1-b678-559b3e53a44d")

        Cloud API: getLogicFunction, GET {scope}/logic/functions/{logicFunctionId}. Permission of
        API users: logic.functions:get.
        """
        return self._call(
            GET_LOGIC_FUNCTION, options, LogicFunctionResponse, path={"function_id": function_id}
        )

    def update_function(
        self,
        function_id: str,
        *,
        name: str | Unset = UNSET,
        source: LogicSource | Mapping[str, Any] | Unset = UNSET,
        logic_triggers: Sequence[LogicTriggerSettings | Mapping[str, Any]] | Unset = UNSET,
        description: str | Unset = UNSET,
        enabled: bool | Unset = UNSET,
        api_username: str | Unset | None = UNSET,
        secrets: Sequence[str] | Unset | None = UNSET,
        use_env: bool | Unset | None = UNSET,
        **options: Unpack[RequestOptions],
    ) -> LogicFunctionResponse:
        """Change a logic function.

        Changes a function: its name, its code, its triggers, or whether it is switched on.

        Args:
            function_id: ID of the function.
            name: Name of the function, unique in the account or the organization.
            source: The code with its `type`, as in `{"type": "JavaScript", "code": "export
                default function main() {}"}`.
            logic_triggers: What makes the function run. A trigger with the `id` of one that is
                there changes that one, one without is new.
            description: What the function is for.
            enabled: Whether the function is switched on.
            api_username: Username of the API user as which the function calls the Cloud API;
                null for none.
            secrets: Names of the secrets that the code may read, as `secrets.NAME`; null for
                none.
            use_env: Whether the code gets the environment variables, as `env`.

        Examples:
            >>> particle.logic.update_function("79c1c82b-6dc5-49a1-b678-559b3e53a44d", name="g")

        Cloud API: updateLogicFunction, PUT {scope}/logic/functions/{logicFunctionId}. Permission of
        API users: logic.functions:update.
        """
        return self._call(
            UPDATE_LOGIC_FUNCTION,
            options,
            LogicFunctionResponse,
            path={"function_id": function_id},
            json={
                "logic_function": {
                    "name": name,
                    "source": source,
                    "logic_triggers": several("logic_triggers", logic_triggers),
                    "description": description,
                    "enabled": enabled,
                    "api_username": api_username,
                    "secrets": several("secrets", secrets),
                    "use_env": use_env,
                }
            },
        )

    def delete_function(self, function_id: str, **options: Unpack[RequestOptions]) -> Ok | None:
        """Delete a logic function.

        Deletes a function with its triggers.

        Args:
            function_id: ID of the function.

        Examples:
            >>> particle.logic.delete_function("79c1c82b-6dc5-49a1-b678-559b3e53a44d")

        Cloud API: deleteLogicFunction, DELETE {scope}/logic/functions/{logicFunctionId}. Permission
        of API users: logic.functions:remove.
        """
        return self._call(
            DELETE_LOGIC_FUNCTION, options, Ok | None, path={"function_id": function_id}
        )

    def execute(
        self,
        source: LogicSource | Mapping[str, Any],
        event: LogicEvent | Mapping[str, Any] | Unset = UNSET,
        *,
        api_username: str | Unset | None = UNSET,
        secrets: Sequence[str] | Unset | None = UNSET,
        use_env: bool | Unset | None = UNSET,
        **options: Unpack[RequestOptions],
    ) -> LogicExecutionResponse:
        """Execute code once.

        Runs code against an event once, to try it out, and returns how it ended and what it logged.
        Nothing of it is stored: no function, no run. But what the code does outside, such as
        publishing events, really happens.

        Args:
            source: The code with its `type`, as in `{"type": "JavaScript", "code": "export
                default function main() {}"}`.
            event: The event to run it with.
            api_username: Username of the API user as which the code calls the Cloud API; null
                for none.
            secrets: Names of the secrets that the code may read, as `secrets.NAME`; null for
                none.
            use_env: Whether the code gets the environment variables, as `env`.

        Examples:
            >>> particle.logic.execute(
            ...     {"type": "JavaScript", "code": "export default () => 1"}, {"event_name": "x"}
            ... )

        Cloud API: executeLogic, POST {scope}/logic/execute. Permission of API users:
        logic.functions:execute.
        """
        return self._call(
            EXECUTE_LOGIC,
            options,
            LogicExecutionResponse,
            json={
                "source": source,
                "event": event,
                "api_username": api_username,
                "secrets": several("secrets", secrets),
                "use_env": use_env,
            },
        )

    def list_runs(
        self, function_id: str, **options: Unpack[RequestOptions]
    ) -> Page[LogicRunList, LogicRun]:
        """List the runs of a logic function.

        The runs of one function in one response: what triggered them, when they were and how they
        ended. The last 100 are kept.

        Args:
            function_id: ID of the function.

        Examples:
            >>> for run in particle.logic.list_runs("79c1c82b-6dc5-49a1-b678-559b3e53a44d"):
            ...     print(run.id)

        Cloud API: listLogicRuns, GET {scope}/logic/functions/{logicFunctionId}/runs. Permission of
        API users: logic.runs:list.
        """
        return self._page(
            LIST_LOGIC_RUNS, options, LogicRunList, LogicRun, path={"function_id": function_id}
        )

    def get_run(
        self, function_id: str, run_id: str, **options: Unpack[RequestOptions]
    ) -> LogicRunResponse:
        """Get a run of a logic function.

        One run of a function: what triggered it, when it was and how it ended.

        Args:
            function_id: ID of the function.
            run_id: ID of the run.

        Examples:
            >>> particle.logic.get_run(
            ...     "79c1c82b-6dc5-49a1-b678-559b3e53a44d", "f1540276-63df-44a7-9f1b-b0dfec9640ea"
            ... )

        Cloud API: getLogicRun, GET {scope}/logic/functions/{logicFunctionId}/runs/{logicRunId}.
        Permission of API users: logic.runs:get.
        """
        return self._call(
            GET_LOGIC_RUN,
            options,
            LogicRunResponse,
            path={"function_id": function_id, "run_id": run_id},
        )

    def get_stats(
        self, function_id: str, **options: Unpack[RequestOptions]
    ) -> Page[LogicFunctionStatsList, LogicFunctionDailyStats]:
        """Get the statistics of a logic function.

        How often a function ran, day by day, and with which outcome.

        Args:
            function_id: ID of the function.

        Examples:
            >>> for stats in particle.logic.get_stats("79c1c82b-6dc5-49a1-b678-559b3e53a44d"):
            ...     print(stats.day)

        Cloud API: getLogicFunctionStats, GET {scope}/logic/functions/{logicFunctionId}/stats.
        Permission of API users: logic.stats:list.
        """
        return self._page(
            GET_LOGIC_FUNCTION_STATS,
            options,
            LogicFunctionStatsList,
            LogicFunctionDailyStats,
            path={"function_id": function_id},
        )


class Logic(LogicBase):
    """Logic: functions that the cloud runs on a schedule or when an event happens, their runs and
    what they logged.

    Reached as `particle.logic`.
    """

    __slots__ = ()

    def get_run_logs(
        self, function_id: str, run_id: str, **options: Unpack[RequestOptions]
    ) -> LogicRunLogsResponse:
        """Get the log of a run.

        What a function logged during one run, entry by entry.

        Args:
            function_id: ID of the function.
            run_id: ID of the run.

        Examples:
            >>> particle.logic.get_run_logs(
            ...     "79c1c82b-6dc5-49a1-b678-559b3e53a44d", "f1540276-63df-44a7-9f1b-b0dfec9640ea"
            ... )

        Cloud API: getLogicRunLogs, GET
        {scope}/logic/functions/{logicFunctionId}/runs/{logicRunId}/logs. Permission of API users:
        logic.logs:list.
        """
        return self._call(
            GET_LOGIC_RUN_LOGS,
            options,
            LogicRunLogsResponse,
            path={"function_id": function_id, "run_id": run_id},
        )


class ProductLogic(LogicBase):
    """Logic: functions that the cloud runs on a schedule or when an event happens, their runs and
    what they logged.

    Reached as `particle.product(…).logic`.
    """

    __slots__ = ()

    def get_logs(self, **options: Unpack[RequestOptions]) -> LogicRunLogsResponse:
        """Get the logs of a product's logic functions.

        What the logic functions of a product logged. For a product, the Cloud API documents this
        operation in the place of the one for a single run; it names neither a function nor a run.

        Examples:
            >>> product.logic.get_logs()

        Cloud API: getProductLogicLogs, GET /v1/products/{productIdOrSlug}/logs. Permission of API
        users: logic.logs:list.
        """
        return self._call(GET_PRODUCT_LOGIC_LOGS, options, LogicRunLogsResponse)


class OrgLogic(LogicBase):
    """Logic: functions that the cloud runs on a schedule or when an event happens, their runs and
    what they logged.

    Reached as `particle.org(…).logic`.
    """

    __slots__ = ()

    def get_run_logs(
        self, function_id: str, run_id: str, **options: Unpack[RequestOptions]
    ) -> LogicRunLogsResponse:
        """Get the log of a run.

        What a function logged during one run, entry by entry.

        Args:
            function_id: ID of the function.
            run_id: ID of the run.

        Examples:
            >>> org.logic.get_run_logs(
            ...     "79c1c82b-6dc5-49a1-b678-559b3e53a44d", "f1540276-63df-44a7-9f1b-b0dfec9640ea"
            ... )

        Cloud API: getLogicRunLogs, GET
        {scope}/logic/functions/{logicFunctionId}/runs/{logicRunId}/logs. Permission of API users:
        logic.logs:list.
        """
        return self._call(
            GET_LOGIC_RUN_LOGS,
            options,
            LogicRunLogsResponse,
            path={"function_id": function_id, "run_id": run_id},
        )


class AsyncLogicBase(AsyncResource):
    """What the logic of the account, a product and an organization have in common."""

    __slots__ = ()

    def list_functions(
        self, *, today_stats: bool | Unset = UNSET, **options: Unpack[RequestOptions]
    ) -> AsyncPager[LogicFunctionList, LogicFunction]:
        """List logic functions.

        All logic functions in one response, with their code and their triggers.

        Args:
            today_stats: Whether to tell how often each function ran today (`today_stats`).
                Default false.

        Examples:
            >>> async for function in particle.logic.list_functions():
            ...     print(function.name)

        Cloud API: listLogicFunctions, GET {scope}/logic/functions. Permission of API users:
        logic.functions:list.
        """
        return self._page(
            LIST_LOGIC_FUNCTIONS,
            options,
            LogicFunctionList,
            LogicFunction,
            query={"today_stats": today_stats},
        )

    async def create_function(
        self,
        name: str,
        source: LogicSource | Mapping[str, Any] | Unset = UNSET,
        *,
        logic_triggers: Sequence[LogicTriggerSettings | Mapping[str, Any]] | Unset = UNSET,
        description: str | Unset = UNSET,
        enabled: bool | Unset = UNSET,
        api_username: str | Unset | None = UNSET,
        secrets: Sequence[str] | Unset | None = UNSET,
        use_env: bool | Unset | None = UNSET,
        **options: Unpack[RequestOptions],
    ) -> LogicFunctionResponse:
        """Create a logic function.

        Creates a function from its code and its triggers. Events run it from that moment on, a
        schedule from the next time that it names. An account or an organization has at most 20
        functions, and a run takes at most 30 seconds.

        Args:
            name: Name of the function, unique in the account or the organization.
            source: The code with its `type`, as in `{"type": "JavaScript", "code": "export
                default function main() {}"}`.
            logic_triggers: What makes the function run, at most 5 triggers of one type, as in
                `{"type": "Event", "event_name": "temperature", "product_id": 1234}` or `{"type":
                "Scheduled", "cron": "0 * * * *"}`.
            description: What the function is for.
            enabled: Whether the function is switched on.
            api_username: Username of the API user as which the function calls the Cloud API;
                null for none.
            secrets: Names of the secrets that the code may read, as `secrets.NAME`; null for
                none.
            use_env: Whether the code gets the environment variables, as `env`.

        Examples:
            >>> await particle.logic.create_function(
            ...     "f",
            ...     {"type": "JavaScript", "code": "1"},
            ...     logic_triggers=[{"type": "Event", "event": "x", "product_id": 1}],
            ... )

        Cloud API: createLogicFunction, POST {scope}/logic/functions. Permission of API users:
        logic.functions:create.
        """
        return await self._call(
            CREATE_LOGIC_FUNCTION,
            options,
            LogicFunctionResponse,
            json={
                "logic_function": {
                    "name": name,
                    "source": source,
                    "logic_triggers": several("logic_triggers", logic_triggers),
                    "description": description,
                    "enabled": enabled,
                    "api_username": api_username,
                    "secrets": several("secrets", secrets),
                    "use_env": use_env,
                }
            },
        )

    async def get_function(
        self, function_id: str, **options: Unpack[RequestOptions]
    ) -> LogicFunctionResponse:
        """Get a logic function.

        One function, with its code and its triggers.

        Args:
            function_id: ID of the function.

        Examples:
            >>> await particle.logic.get_function("79c1c82b-6dc5-49a1-b678-559b3e53a44d")

        Cloud API: getLogicFunction, GET {scope}/logic/functions/{logicFunctionId}. Permission of
        API users: logic.functions:get.
        """
        return await self._call(
            GET_LOGIC_FUNCTION, options, LogicFunctionResponse, path={"function_id": function_id}
        )

    async def update_function(
        self,
        function_id: str,
        *,
        name: str | Unset = UNSET,
        source: LogicSource | Mapping[str, Any] | Unset = UNSET,
        logic_triggers: Sequence[LogicTriggerSettings | Mapping[str, Any]] | Unset = UNSET,
        description: str | Unset = UNSET,
        enabled: bool | Unset = UNSET,
        api_username: str | Unset | None = UNSET,
        secrets: Sequence[str] | Unset | None = UNSET,
        use_env: bool | Unset | None = UNSET,
        **options: Unpack[RequestOptions],
    ) -> LogicFunctionResponse:
        """Change a logic function.

        Changes a function: its name, its code, its triggers, or whether it is switched on.

        Args:
            function_id: ID of the function.
            name: Name of the function, unique in the account or the organization.
            source: The code with its `type`, as in `{"type": "JavaScript", "code": "export
                default function main() {}"}`.
            logic_triggers: What makes the function run. A trigger with the `id` of one that is
                there changes that one, one without is new.
            description: What the function is for.
            enabled: Whether the function is switched on.
            api_username: Username of the API user as which the function calls the Cloud API;
                null for none.
            secrets: Names of the secrets that the code may read, as `secrets.NAME`; null for
                none.
            use_env: Whether the code gets the environment variables, as `env`.

        Examples:
            >>> await particle.logic.update_function(
            ...     "79c1c82b-6dc5-49a1-b678-559b3e53a44d", name="g"
            ... )

        Cloud API: updateLogicFunction, PUT {scope}/logic/functions/{logicFunctionId}. Permission of
        API users: logic.functions:update.
        """
        return await self._call(
            UPDATE_LOGIC_FUNCTION,
            options,
            LogicFunctionResponse,
            path={"function_id": function_id},
            json={
                "logic_function": {
                    "name": name,
                    "source": source,
                    "logic_triggers": several("logic_triggers", logic_triggers),
                    "description": description,
                    "enabled": enabled,
                    "api_username": api_username,
                    "secrets": several("secrets", secrets),
                    "use_env": use_env,
                }
            },
        )

    async def delete_function(
        self, function_id: str, **options: Unpack[RequestOptions]
    ) -> Ok | None:
        """Delete a logic function.

        Deletes a function with its triggers.

        Args:
            function_id: ID of the function.

        Examples:
            >>> await particle.logic.delete_function("79c1c82b-6dc5-49a1-b678-559b3e53a44d")

        Cloud API: deleteLogicFunction, DELETE {scope}/logic/functions/{logicFunctionId}. Permission
        of API users: logic.functions:remove.
        """
        return await self._call(
            DELETE_LOGIC_FUNCTION, options, Ok | None, path={"function_id": function_id}
        )

    async def execute(
        self,
        source: LogicSource | Mapping[str, Any],
        event: LogicEvent | Mapping[str, Any] | Unset = UNSET,
        *,
        api_username: str | Unset | None = UNSET,
        secrets: Sequence[str] | Unset | None = UNSET,
        use_env: bool | Unset | None = UNSET,
        **options: Unpack[RequestOptions],
    ) -> LogicExecutionResponse:
        """Execute code once.

        Runs code against an event once, to try it out, and returns how it ended and what it logged.
        Nothing of it is stored: no function, no run. But what the code does outside, such as
        publishing events, really happens.

        Args:
            source: The code with its `type`, as in `{"type": "JavaScript", "code": "export
                default function main() {}"}`.
            event: The event to run it with.
            api_username: Username of the API user as which the code calls the Cloud API; null
                for none.
            secrets: Names of the secrets that the code may read, as `secrets.NAME`; null for
                none.
            use_env: Whether the code gets the environment variables, as `env`.

        Examples:
            >>> await particle.logic.execute(
            ...     {"type": "JavaScript", "code": "export default () => 1"}, {"event_name": "x"}
            ... )

        Cloud API: executeLogic, POST {scope}/logic/execute. Permission of API users:
        logic.functions:execute.
        """
        return await self._call(
            EXECUTE_LOGIC,
            options,
            LogicExecutionResponse,
            json={
                "source": source,
                "event": event,
                "api_username": api_username,
                "secrets": several("secrets", secrets),
                "use_env": use_env,
            },
        )

    def list_runs(
        self, function_id: str, **options: Unpack[RequestOptions]
    ) -> AsyncPager[LogicRunList, LogicRun]:
        """List the runs of a logic function.

        The runs of one function in one response: what triggered them, when they were and how they
        ended. The last 100 are kept.

        Args:
            function_id: ID of the function.

        Examples:
            >>> async for run in particle.logic.list_runs("79c1c82b-6dc5-49a1-b678-559b3e53a44d"):
            ...     print(run.id)

        Cloud API: listLogicRuns, GET {scope}/logic/functions/{logicFunctionId}/runs. Permission of
        API users: logic.runs:list.
        """
        return self._page(
            LIST_LOGIC_RUNS, options, LogicRunList, LogicRun, path={"function_id": function_id}
        )

    async def get_run(
        self, function_id: str, run_id: str, **options: Unpack[RequestOptions]
    ) -> LogicRunResponse:
        """Get a run of a logic function.

        One run of a function: what triggered it, when it was and how it ended.

        Args:
            function_id: ID of the function.
            run_id: ID of the run.

        Examples:
            >>> await particle.logic.get_run(
            ...     "79c1c82b-6dc5-49a1-b678-559b3e53a44d", "f1540276-63df-44a7-9f1b-b0dfec9640ea"
            ... )

        Cloud API: getLogicRun, GET {scope}/logic/functions/{logicFunctionId}/runs/{logicRunId}.
        Permission of API users: logic.runs:get.
        """
        return await self._call(
            GET_LOGIC_RUN,
            options,
            LogicRunResponse,
            path={"function_id": function_id, "run_id": run_id},
        )

    def get_stats(
        self, function_id: str, **options: Unpack[RequestOptions]
    ) -> AsyncPager[LogicFunctionStatsList, LogicFunctionDailyStats]:
        """Get the statistics of a logic function.

        How often a function ran, day by day, and with which outcome.

        Args:
            function_id: ID of the function.

        Examples:
            >>> async for stats in particle.logic.get_stats("79c1c82b-6dc5-49a1-b678-559b3e53a44d"):
            ...     print(stats.day)

        Cloud API: getLogicFunctionStats, GET {scope}/logic/functions/{logicFunctionId}/stats.
        Permission of API users: logic.stats:list.
        """
        return self._page(
            GET_LOGIC_FUNCTION_STATS,
            options,
            LogicFunctionStatsList,
            LogicFunctionDailyStats,
            path={"function_id": function_id},
        )


class AsyncLogic(AsyncLogicBase):
    """Logic: functions that the cloud runs on a schedule or when an event happens, their runs and
    what they logged.

    Reached as `particle.logic` of an `AsyncParticle`.
    """

    __slots__ = ()

    async def get_run_logs(
        self, function_id: str, run_id: str, **options: Unpack[RequestOptions]
    ) -> LogicRunLogsResponse:
        """Get the log of a run.

        What a function logged during one run, entry by entry.

        Args:
            function_id: ID of the function.
            run_id: ID of the run.

        Examples:
            >>> await particle.logic.get_run_logs(
            ...     "79c1c82b-6dc5-49a1-b678-559b3e53a44d", "f1540276-63df-44a7-9f1b-b0dfec9640ea"
            ... )

        Cloud API: getLogicRunLogs, GET
        {scope}/logic/functions/{logicFunctionId}/runs/{logicRunId}/logs. Permission of API users:
        logic.logs:list.
        """
        return await self._call(
            GET_LOGIC_RUN_LOGS,
            options,
            LogicRunLogsResponse,
            path={"function_id": function_id, "run_id": run_id},
        )


class AsyncProductLogic(AsyncLogicBase):
    """Logic: functions that the cloud runs on a schedule or when an event happens, their runs and
    what they logged.

    Reached as `particle.product(…).logic` of an `AsyncParticle`.
    """

    __slots__ = ()

    async def get_logs(self, **options: Unpack[RequestOptions]) -> LogicRunLogsResponse:
        """Get the logs of a product's logic functions.

        What the logic functions of a product logged. For a product, the Cloud API documents this
        operation in the place of the one for a single run; it names neither a function nor a run.

        Examples:
            >>> await product.logic.get_logs()

        Cloud API: getProductLogicLogs, GET /v1/products/{productIdOrSlug}/logs. Permission of API
        users: logic.logs:list.
        """
        return await self._call(GET_PRODUCT_LOGIC_LOGS, options, LogicRunLogsResponse)


class AsyncOrgLogic(AsyncLogicBase):
    """Logic: functions that the cloud runs on a schedule or when an event happens, their runs and
    what they logged.

    Reached as `particle.org(…).logic` of an `AsyncParticle`.
    """

    __slots__ = ()

    async def get_run_logs(
        self, function_id: str, run_id: str, **options: Unpack[RequestOptions]
    ) -> LogicRunLogsResponse:
        """Get the log of a run.

        What a function logged during one run, entry by entry.

        Args:
            function_id: ID of the function.
            run_id: ID of the run.

        Examples:
            >>> await org.logic.get_run_logs(
            ...     "79c1c82b-6dc5-49a1-b678-559b3e53a44d", "f1540276-63df-44a7-9f1b-b0dfec9640ea"
            ... )

        Cloud API: getLogicRunLogs, GET
        {scope}/logic/functions/{logicFunctionId}/runs/{logicRunId}/logs. Permission of API users:
        logic.logs:list.
        """
        return await self._call(
            GET_LOGIC_RUN_LOGS,
            options,
            LogicRunLogsResponse,
            path={"function_id": function_id, "run_id": run_id},
        )
