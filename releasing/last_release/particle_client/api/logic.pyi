"""Written by `make public-api`; see CONTRIBUTING.md. Do not edit."""

from typing import Literal, overload

class AsyncLogic:
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
    ) -> LogicFunctionResponse: ...
    async def delete_function(
        self, function_id: str, **options: Unpack[RequestOptions]
    ) -> Ok | None: ...
    async def execute(
        self,
        source: LogicSource | Mapping[str, Any],
        event: LogicEvent | Mapping[str, Any] | Unset = UNSET,
        *,
        api_username: str | Unset | None = UNSET,
        secrets: Sequence[str] | Unset | None = UNSET,
        use_env: bool | Unset | None = UNSET,
        **options: Unpack[RequestOptions],
    ) -> LogicExecutionResponse: ...
    async def get_function(
        self, function_id: str, **options: Unpack[RequestOptions]
    ) -> LogicFunctionResponse: ...
    async def get_run(
        self, function_id: str, run_id: str, **options: Unpack[RequestOptions]
    ) -> LogicRunResponse: ...
    async def get_run_logs(
        self, function_id: str, run_id: str, **options: Unpack[RequestOptions]
    ) -> LogicRunLogsResponse: ...
    def get_stats(
        self, function_id: str, **options: Unpack[RequestOptions]
    ) -> AsyncPager[LogicFunctionStatsList, LogicFunctionDailyStats]: ...
    def list_functions(
        self, *, today_stats: bool | Unset = UNSET, **options: Unpack[RequestOptions]
    ) -> AsyncPager[LogicFunctionList, LogicFunction]: ...
    def list_runs(
        self, function_id: str, **options: Unpack[RequestOptions]
    ) -> AsyncPager[LogicRunList, LogicRun]: ...
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
    ) -> LogicFunctionResponse: ...

class AsyncOrgLogic:
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
    ) -> LogicFunctionResponse: ...
    async def delete_function(
        self, function_id: str, **options: Unpack[RequestOptions]
    ) -> Ok | None: ...
    async def execute(
        self,
        source: LogicSource | Mapping[str, Any],
        event: LogicEvent | Mapping[str, Any] | Unset = UNSET,
        *,
        api_username: str | Unset | None = UNSET,
        secrets: Sequence[str] | Unset | None = UNSET,
        use_env: bool | Unset | None = UNSET,
        **options: Unpack[RequestOptions],
    ) -> LogicExecutionResponse: ...
    async def get_function(
        self, function_id: str, **options: Unpack[RequestOptions]
    ) -> LogicFunctionResponse: ...
    async def get_run(
        self, function_id: str, run_id: str, **options: Unpack[RequestOptions]
    ) -> LogicRunResponse: ...
    async def get_run_logs(
        self, function_id: str, run_id: str, **options: Unpack[RequestOptions]
    ) -> LogicRunLogsResponse: ...
    def get_stats(
        self, function_id: str, **options: Unpack[RequestOptions]
    ) -> AsyncPager[LogicFunctionStatsList, LogicFunctionDailyStats]: ...
    def list_functions(
        self, *, today_stats: bool | Unset = UNSET, **options: Unpack[RequestOptions]
    ) -> AsyncPager[LogicFunctionList, LogicFunction]: ...
    def list_runs(
        self, function_id: str, **options: Unpack[RequestOptions]
    ) -> AsyncPager[LogicRunList, LogicRun]: ...
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
    ) -> LogicFunctionResponse: ...

class AsyncProductLogic:
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
    ) -> LogicFunctionResponse: ...
    async def delete_function(
        self, function_id: str, **options: Unpack[RequestOptions]
    ) -> Ok | None: ...
    async def execute(
        self,
        source: LogicSource | Mapping[str, Any],
        event: LogicEvent | Mapping[str, Any] | Unset = UNSET,
        *,
        api_username: str | Unset | None = UNSET,
        secrets: Sequence[str] | Unset | None = UNSET,
        use_env: bool | Unset | None = UNSET,
        **options: Unpack[RequestOptions],
    ) -> LogicExecutionResponse: ...
    async def get_function(
        self, function_id: str, **options: Unpack[RequestOptions]
    ) -> LogicFunctionResponse: ...
    async def get_logs(self, **options: Unpack[RequestOptions]) -> LogicRunLogsResponse: ...
    async def get_run(
        self, function_id: str, run_id: str, **options: Unpack[RequestOptions]
    ) -> LogicRunResponse: ...
    def get_stats(
        self, function_id: str, **options: Unpack[RequestOptions]
    ) -> AsyncPager[LogicFunctionStatsList, LogicFunctionDailyStats]: ...
    def list_functions(
        self, *, today_stats: bool | Unset = UNSET, **options: Unpack[RequestOptions]
    ) -> AsyncPager[LogicFunctionList, LogicFunction]: ...
    def list_runs(
        self, function_id: str, **options: Unpack[RequestOptions]
    ) -> AsyncPager[LogicRunList, LogicRun]: ...
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
    ) -> LogicFunctionResponse: ...

class Logic:
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
    ) -> LogicFunctionResponse: ...
    def delete_function(self, function_id: str, **options: Unpack[RequestOptions]) -> Ok | None: ...
    def execute(
        self,
        source: LogicSource | Mapping[str, Any],
        event: LogicEvent | Mapping[str, Any] | Unset = UNSET,
        *,
        api_username: str | Unset | None = UNSET,
        secrets: Sequence[str] | Unset | None = UNSET,
        use_env: bool | Unset | None = UNSET,
        **options: Unpack[RequestOptions],
    ) -> LogicExecutionResponse: ...
    def get_function(
        self, function_id: str, **options: Unpack[RequestOptions]
    ) -> LogicFunctionResponse: ...
    def get_run(
        self, function_id: str, run_id: str, **options: Unpack[RequestOptions]
    ) -> LogicRunResponse: ...
    def get_run_logs(
        self, function_id: str, run_id: str, **options: Unpack[RequestOptions]
    ) -> LogicRunLogsResponse: ...
    def get_stats(
        self, function_id: str, **options: Unpack[RequestOptions]
    ) -> Page[LogicFunctionStatsList, LogicFunctionDailyStats]: ...
    def list_functions(
        self, *, today_stats: bool | Unset = UNSET, **options: Unpack[RequestOptions]
    ) -> Page[LogicFunctionList, LogicFunction]: ...
    def list_runs(
        self, function_id: str, **options: Unpack[RequestOptions]
    ) -> Page[LogicRunList, LogicRun]: ...
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
    ) -> LogicFunctionResponse: ...

class OrgLogic:
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
    ) -> LogicFunctionResponse: ...
    def delete_function(self, function_id: str, **options: Unpack[RequestOptions]) -> Ok | None: ...
    def execute(
        self,
        source: LogicSource | Mapping[str, Any],
        event: LogicEvent | Mapping[str, Any] | Unset = UNSET,
        *,
        api_username: str | Unset | None = UNSET,
        secrets: Sequence[str] | Unset | None = UNSET,
        use_env: bool | Unset | None = UNSET,
        **options: Unpack[RequestOptions],
    ) -> LogicExecutionResponse: ...
    def get_function(
        self, function_id: str, **options: Unpack[RequestOptions]
    ) -> LogicFunctionResponse: ...
    def get_run(
        self, function_id: str, run_id: str, **options: Unpack[RequestOptions]
    ) -> LogicRunResponse: ...
    def get_run_logs(
        self, function_id: str, run_id: str, **options: Unpack[RequestOptions]
    ) -> LogicRunLogsResponse: ...
    def get_stats(
        self, function_id: str, **options: Unpack[RequestOptions]
    ) -> Page[LogicFunctionStatsList, LogicFunctionDailyStats]: ...
    def list_functions(
        self, *, today_stats: bool | Unset = UNSET, **options: Unpack[RequestOptions]
    ) -> Page[LogicFunctionList, LogicFunction]: ...
    def list_runs(
        self, function_id: str, **options: Unpack[RequestOptions]
    ) -> Page[LogicRunList, LogicRun]: ...
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
    ) -> LogicFunctionResponse: ...

class ProductLogic:
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
    ) -> LogicFunctionResponse: ...
    def delete_function(self, function_id: str, **options: Unpack[RequestOptions]) -> Ok | None: ...
    def execute(
        self,
        source: LogicSource | Mapping[str, Any],
        event: LogicEvent | Mapping[str, Any] | Unset = UNSET,
        *,
        api_username: str | Unset | None = UNSET,
        secrets: Sequence[str] | Unset | None = UNSET,
        use_env: bool | Unset | None = UNSET,
        **options: Unpack[RequestOptions],
    ) -> LogicExecutionResponse: ...
    def get_function(
        self, function_id: str, **options: Unpack[RequestOptions]
    ) -> LogicFunctionResponse: ...
    def get_logs(self, **options: Unpack[RequestOptions]) -> LogicRunLogsResponse: ...
    def get_run(
        self, function_id: str, run_id: str, **options: Unpack[RequestOptions]
    ) -> LogicRunResponse: ...
    def get_stats(
        self, function_id: str, **options: Unpack[RequestOptions]
    ) -> Page[LogicFunctionStatsList, LogicFunctionDailyStats]: ...
    def list_functions(
        self, *, today_stats: bool | Unset = UNSET, **options: Unpack[RequestOptions]
    ) -> Page[LogicFunctionList, LogicFunction]: ...
    def list_runs(
        self, function_id: str, **options: Unpack[RequestOptions]
    ) -> Page[LogicRunList, LogicRun]: ...
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
    ) -> LogicFunctionResponse: ...
