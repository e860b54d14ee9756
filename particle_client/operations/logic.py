# Generated from openapi/ by `make generate`. Do not edit.
"""Operations of `logic`."""

from __future__ import annotations

from ..calls.operation import Operation, Pagination

__all__ = [
    "CREATE_LOGIC_FUNCTION",
    "DELETE_LOGIC_FUNCTION",
    "EXECUTE_LOGIC",
    "GET_LOGIC_FUNCTION",
    "GET_LOGIC_FUNCTION_STATS",
    "GET_LOGIC_RUN",
    "GET_LOGIC_RUN_LOGS",
    "GET_PRODUCT_LOGIC_LOGS",
    "LIST_LOGIC_FUNCTIONS",
    "LIST_LOGIC_RUNS",
    "UPDATE_LOGIC_FUNCTION",
]

LIST_LOGIC_FUNCTIONS = Operation(
    "listLogicFunctions", "GET", "{scope}/logic/functions", pagination=Pagination("logic_functions")
)
CREATE_LOGIC_FUNCTION = Operation("createLogicFunction", "POST", "{scope}/logic/functions")
GET_LOGIC_FUNCTION = Operation(
    "getLogicFunction", "GET", "{scope}/logic/functions/{logicFunctionId}"
)
UPDATE_LOGIC_FUNCTION = Operation(
    "updateLogicFunction", "PUT", "{scope}/logic/functions/{logicFunctionId}"
)
DELETE_LOGIC_FUNCTION = Operation(
    "deleteLogicFunction", "DELETE", "{scope}/logic/functions/{logicFunctionId}"
)
EXECUTE_LOGIC = Operation("executeLogic", "POST", "{scope}/logic/execute")
LIST_LOGIC_RUNS = Operation(
    "listLogicRuns",
    "GET",
    "{scope}/logic/functions/{logicFunctionId}/runs",
    pagination=Pagination("logic_runs"),
)
GET_LOGIC_RUN = Operation(
    "getLogicRun", "GET", "{scope}/logic/functions/{logicFunctionId}/runs/{logicRunId}"
)
GET_LOGIC_RUN_LOGS = Operation(
    "getLogicRunLogs", "GET", "{scope}/logic/functions/{logicFunctionId}/runs/{logicRunId}/logs"
)
GET_PRODUCT_LOGIC_LOGS = Operation(
    "getProductLogicLogs", "GET", "/v1/products/{productIdOrSlug}/logs"
)
GET_LOGIC_FUNCTION_STATS = Operation(
    "getLogicFunctionStats",
    "GET",
    "{scope}/logic/functions/{logicFunctionId}/stats",
    pagination=Pagination("logic_function_stats"),
)
