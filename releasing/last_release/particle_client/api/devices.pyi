"""Written by `make public-api`; see CONTRIBUTING.md. Do not edit."""

from typing import Literal, overload

class AsyncDevices:
    async def call_function(
        self,
        device_id: str,
        name: str,
        argument: str | float | Unset = UNSET,
        **options: Unpack[RequestOptions],
    ) -> FunctionResult: ...
    async def change_product(
        self, device_id: str, product_id: int, **options: Unpack[RequestOptions]
    ) -> DeviceUpdated: ...
    async def claim(
        self, device_id: str, *, request_transfer: bool = False, **options: Unpack[RequestOptions]
    ) -> DeviceClaimed: ...
    async def create_claim_code(
        self, *, iccid: str | Unset = UNSET, **options: Unpack[RequestOptions]
    ) -> ClaimCode: ...
    @overload
    async def download_manufacturing_backup(
        self,
        device_id: str,
        *,
        to: None = None,
        progress: Callable[[int, int | None], object] | None = None,
        **options: Unpack[RequestOptions],
    ) -> bytes: ...
    @overload
    async def download_manufacturing_backup(
        self,
        device_id: str,
        *,
        to: str | PathLike[str],
        progress: Callable[[int, int | None], object] | None = None,
        **options: Unpack[RequestOptions],
    ) -> Path: ...
    @overload
    def download_manufacturing_backup(
        self,
        device_id: str,
        *,
        stream: Literal[True],
        progress: Callable[[int, int | None], object] | None = None,
        **options: Unpack[RequestOptions],
    ) -> AsyncDownload: ...
    @overload
    async def flash(
        self,
        device_id: str,
        files: str
        | PathLike[str]
        | bytes
        | bytearray
        | memoryview
        | Reader
        | Iterator[bytes]
        | AsyncReader
        | AsyncIterable[bytes]
        | tuple[
            str,
            str
            | PathLike[str]
            | bytes
            | bytearray
            | memoryview
            | Reader
            | Iterator[bytes]
            | AsyncReader
            | AsyncIterable[bytes],
        ]
        | tuple[
            str,
            str
            | PathLike[str]
            | bytes
            | bytearray
            | memoryview
            | Reader
            | Iterator[bytes]
            | AsyncReader
            | AsyncIterable[bytes],
            str,
        ]
        | Mapping[
            str,
            str
            | PathLike[str]
            | bytes
            | bytearray
            | memoryview
            | Reader
            | Iterator[bytes]
            | AsyncReader
            | AsyncIterable[bytes]
            | tuple[
                str,
                str
                | PathLike[str]
                | bytes
                | bytearray
                | memoryview
                | Reader
                | Iterator[bytes]
                | AsyncReader
                | AsyncIterable[bytes],
            ]
            | tuple[
                str,
                str
                | PathLike[str]
                | bytes
                | bytearray
                | memoryview
                | Reader
                | Iterator[bytes]
                | AsyncReader
                | AsyncIterable[bytes],
                str,
            ],
        ]
        | Sequence[
            str
            | PathLike[str]
            | bytes
            | bytearray
            | memoryview
            | Reader
            | Iterator[bytes]
            | AsyncReader
            | AsyncIterable[bytes]
            | tuple[
                str,
                str
                | PathLike[str]
                | bytes
                | bytearray
                | memoryview
                | Reader
                | Iterator[bytes]
                | AsyncReader
                | AsyncIterable[bytes],
            ]
            | tuple[
                str,
                str
                | PathLike[str]
                | bytes
                | bytearray
                | memoryview
                | Reader
                | Iterator[bytes]
                | AsyncReader
                | AsyncIterable[bytes],
                str,
            ]
            | Mapping[
                str,
                str
                | PathLike[str]
                | bytes
                | bytearray
                | memoryview
                | Reader
                | Iterator[bytes]
                | AsyncReader
                | AsyncIterable[bytes]
                | tuple[
                    str,
                    str
                    | PathLike[str]
                    | bytes
                    | bytearray
                    | memoryview
                    | Reader
                    | Iterator[bytes]
                    | AsyncReader
                    | AsyncIterable[bytes],
                ]
                | tuple[
                    str,
                    str
                    | PathLike[str]
                    | bytes
                    | bytearray
                    | memoryview
                    | Reader
                    | Iterator[bytes]
                    | AsyncReader
                    | AsyncIterable[bytes],
                    str,
                ],
            ]
        ],
        *,
        target_version: str | Unset = UNSET,
        progress: Callable[[int, int | None], object] | None = None,
        wait: Literal[False] = False,
        wait_timeout: float = 300.0,
        **options: Unpack[RequestOptions],
    ) -> DeviceFlashed: ...
    @overload
    async def flash(
        self,
        device_id: str,
        files: str
        | PathLike[str]
        | bytes
        | bytearray
        | memoryview
        | Reader
        | Iterator[bytes]
        | AsyncReader
        | AsyncIterable[bytes]
        | tuple[
            str,
            str
            | PathLike[str]
            | bytes
            | bytearray
            | memoryview
            | Reader
            | Iterator[bytes]
            | AsyncReader
            | AsyncIterable[bytes],
        ]
        | tuple[
            str,
            str
            | PathLike[str]
            | bytes
            | bytearray
            | memoryview
            | Reader
            | Iterator[bytes]
            | AsyncReader
            | AsyncIterable[bytes],
            str,
        ]
        | Mapping[
            str,
            str
            | PathLike[str]
            | bytes
            | bytearray
            | memoryview
            | Reader
            | Iterator[bytes]
            | AsyncReader
            | AsyncIterable[bytes]
            | tuple[
                str,
                str
                | PathLike[str]
                | bytes
                | bytearray
                | memoryview
                | Reader
                | Iterator[bytes]
                | AsyncReader
                | AsyncIterable[bytes],
            ]
            | tuple[
                str,
                str
                | PathLike[str]
                | bytes
                | bytearray
                | memoryview
                | Reader
                | Iterator[bytes]
                | AsyncReader
                | AsyncIterable[bytes],
                str,
            ],
        ]
        | Sequence[
            str
            | PathLike[str]
            | bytes
            | bytearray
            | memoryview
            | Reader
            | Iterator[bytes]
            | AsyncReader
            | AsyncIterable[bytes]
            | tuple[
                str,
                str
                | PathLike[str]
                | bytes
                | bytearray
                | memoryview
                | Reader
                | Iterator[bytes]
                | AsyncReader
                | AsyncIterable[bytes],
            ]
            | tuple[
                str,
                str
                | PathLike[str]
                | bytes
                | bytearray
                | memoryview
                | Reader
                | Iterator[bytes]
                | AsyncReader
                | AsyncIterable[bytes],
                str,
            ]
            | Mapping[
                str,
                str
                | PathLike[str]
                | bytes
                | bytearray
                | memoryview
                | Reader
                | Iterator[bytes]
                | AsyncReader
                | AsyncIterable[bytes]
                | tuple[
                    str,
                    str
                    | PathLike[str]
                    | bytes
                    | bytearray
                    | memoryview
                    | Reader
                    | Iterator[bytes]
                    | AsyncReader
                    | AsyncIterable[bytes],
                ]
                | tuple[
                    str,
                    str
                    | PathLike[str]
                    | bytes
                    | bytearray
                    | memoryview
                    | Reader
                    | Iterator[bytes]
                    | AsyncReader
                    | AsyncIterable[bytes],
                    str,
                ],
            ]
        ],
        *,
        target_version: str | Unset = UNSET,
        progress: Callable[[int, int | None], object] | None = None,
        wait: Literal[True],
        wait_timeout: float = 300.0,
        **options: Unpack[RequestOptions],
    ) -> FlashResult: ...
    @overload
    async def flash(
        self,
        device_id: str,
        files: str
        | PathLike[str]
        | bytes
        | bytearray
        | memoryview
        | Reader
        | Iterator[bytes]
        | AsyncReader
        | AsyncIterable[bytes]
        | tuple[
            str,
            str
            | PathLike[str]
            | bytes
            | bytearray
            | memoryview
            | Reader
            | Iterator[bytes]
            | AsyncReader
            | AsyncIterable[bytes],
        ]
        | tuple[
            str,
            str
            | PathLike[str]
            | bytes
            | bytearray
            | memoryview
            | Reader
            | Iterator[bytes]
            | AsyncReader
            | AsyncIterable[bytes],
            str,
        ]
        | Mapping[
            str,
            str
            | PathLike[str]
            | bytes
            | bytearray
            | memoryview
            | Reader
            | Iterator[bytes]
            | AsyncReader
            | AsyncIterable[bytes]
            | tuple[
                str,
                str
                | PathLike[str]
                | bytes
                | bytearray
                | memoryview
                | Reader
                | Iterator[bytes]
                | AsyncReader
                | AsyncIterable[bytes],
            ]
            | tuple[
                str,
                str
                | PathLike[str]
                | bytes
                | bytearray
                | memoryview
                | Reader
                | Iterator[bytes]
                | AsyncReader
                | AsyncIterable[bytes],
                str,
            ],
        ]
        | Sequence[
            str
            | PathLike[str]
            | bytes
            | bytearray
            | memoryview
            | Reader
            | Iterator[bytes]
            | AsyncReader
            | AsyncIterable[bytes]
            | tuple[
                str,
                str
                | PathLike[str]
                | bytes
                | bytearray
                | memoryview
                | Reader
                | Iterator[bytes]
                | AsyncReader
                | AsyncIterable[bytes],
            ]
            | tuple[
                str,
                str
                | PathLike[str]
                | bytes
                | bytearray
                | memoryview
                | Reader
                | Iterator[bytes]
                | AsyncReader
                | AsyncIterable[bytes],
                str,
            ]
            | Mapping[
                str,
                str
                | PathLike[str]
                | bytes
                | bytearray
                | memoryview
                | Reader
                | Iterator[bytes]
                | AsyncReader
                | AsyncIterable[bytes]
                | tuple[
                    str,
                    str
                    | PathLike[str]
                    | bytes
                    | bytearray
                    | memoryview
                    | Reader
                    | Iterator[bytes]
                    | AsyncReader
                    | AsyncIterable[bytes],
                ]
                | tuple[
                    str,
                    str
                    | PathLike[str]
                    | bytes
                    | bytearray
                    | memoryview
                    | Reader
                    | Iterator[bytes]
                    | AsyncReader
                    | AsyncIterable[bytes],
                    str,
                ],
            ]
        ],
        *,
        target_version: str | Unset = UNSET,
        progress: Callable[[int, int | None], object] | None = None,
        wait: bool,
        wait_timeout: float = 300.0,
        **options: Unpack[RequestOptions],
    ) -> DeviceFlashed | FlashResult: ...
    async def flash_tinker(
        self, device_id: str, **options: Unpack[RequestOptions]
    ) -> DeviceFlashed: ...
    async def force_updates(
        self, device_id: str, forced: bool = True, **options: Unpack[RequestOptions]
    ) -> DeviceUpdatesForced: ...
    async def get(self, device_id: str, **options: Unpack[RequestOptions]) -> Device: ...
    async def get_variable(
        self, device_id: str, name: str, **options: Unpack[RequestOptions]
    ) -> VariableResult: ...
    def list(self, **options: Unpack[RequestOptions]) -> AsyncListing[Device]: ...
    async def ping(self, device_id: str, **options: Unpack[RequestOptions]) -> DevicePing: ...
    async def provision(self, product_id: int, **options: Unpack[RequestOptions]) -> Device: ...
    async def rename(
        self, device_id: str, name: str, **options: Unpack[RequestOptions]
    ) -> DeviceRenamed: ...
    async def send_public_key(
        self,
        device_id: str,
        key: str | bytes,
        *,
        algorithm: str = "rsa",
        product_id: int | Unset = UNSET,
        **options: Unpack[RequestOptions],
    ) -> Ok: ...
    async def set_notes(
        self, device_id: str, notes: str, **options: Unpack[RequestOptions]
    ) -> DeviceNotesSet: ...
    async def signal(
        self, device_id: str, signaling: bool = True, **options: Unpack[RequestOptions]
    ) -> DeviceSignaled: ...
    async def unclaim(self, device_id: str, **options: Unpack[RequestOptions]) -> Ok: ...
    async def unprotect(
        self,
        device_id: str,
        action: UnprotectAction | str,
        *,
        device_nonce: str | Unset = UNSET,
        server_nonce: str | Unset = UNSET,
        device_signature: str | Unset = UNSET,
        device_public_key_fingerprint: str | Unset = UNSET,
        **options: Unpack[RequestOptions],
    ) -> DeviceUnprotected: ...
    async def update(
        self,
        device_id: str,
        *,
        name: str | Unset = UNSET,
        notes: str | Unset = UNSET,
        signal: bool | Unset = UNSET,
        **options: Unpack[RequestOptions],
    ) -> DeviceUpdated: ...

class AsyncOrgDevices:
    async def unprotect(
        self,
        device_id: str,
        action: UnprotectAction | str,
        *,
        device_nonce: str | Unset = UNSET,
        server_nonce: str | Unset = UNSET,
        device_signature: str | Unset = UNSET,
        device_public_key_fingerprint: str | Unset = UNSET,
        **options: Unpack[RequestOptions],
    ) -> DeviceUnprotected: ...

class AsyncProductDevices:
    async def add(
        self,
        *,
        id: str | Unset = UNSET,
        ids: Sequence[str] | Unset = UNSET,
        import_sims: bool | Unset = UNSET,
        claim_user: str | Unset = UNSET,
        **options: Unpack[RequestOptions],
    ) -> DevicesImported: ...
    async def approve(
        self, device_id: str, **options: Unpack[RequestOptions]
    ) -> DevicesImported: ...
    async def batch_assign_groups(
        self,
        devices: Sequence[str],
        changes: DeviceGroupChanges | Mapping[str, Any],
        **options: Unpack[RequestOptions],
    ) -> Ok: ...
    async def call_function(
        self,
        device_id: str,
        name: str,
        argument: str | float | Unset = UNSET,
        **options: Unpack[RequestOptions],
    ) -> FunctionResult: ...
    async def create_claim_code(
        self, *, iccid: str | Unset = UNSET, **options: Unpack[RequestOptions]
    ) -> ClaimCode: ...
    async def create_registration_code(
        self, device_id: str | Unset = UNSET, **options: Unpack[RequestOptions]
    ) -> RegistrationCode: ...
    async def deny(self, device_id: str, **options: Unpack[RequestOptions]) -> Ok | None: ...
    @overload
    async def flash(
        self,
        device_id: str,
        files: str
        | PathLike[str]
        | bytes
        | bytearray
        | memoryview
        | Reader
        | Iterator[bytes]
        | AsyncReader
        | AsyncIterable[bytes]
        | tuple[
            str,
            str
            | PathLike[str]
            | bytes
            | bytearray
            | memoryview
            | Reader
            | Iterator[bytes]
            | AsyncReader
            | AsyncIterable[bytes],
        ]
        | tuple[
            str,
            str
            | PathLike[str]
            | bytes
            | bytearray
            | memoryview
            | Reader
            | Iterator[bytes]
            | AsyncReader
            | AsyncIterable[bytes],
            str,
        ]
        | Mapping[
            str,
            str
            | PathLike[str]
            | bytes
            | bytearray
            | memoryview
            | Reader
            | Iterator[bytes]
            | AsyncReader
            | AsyncIterable[bytes]
            | tuple[
                str,
                str
                | PathLike[str]
                | bytes
                | bytearray
                | memoryview
                | Reader
                | Iterator[bytes]
                | AsyncReader
                | AsyncIterable[bytes],
            ]
            | tuple[
                str,
                str
                | PathLike[str]
                | bytes
                | bytearray
                | memoryview
                | Reader
                | Iterator[bytes]
                | AsyncReader
                | AsyncIterable[bytes],
                str,
            ],
        ]
        | Sequence[
            str
            | PathLike[str]
            | bytes
            | bytearray
            | memoryview
            | Reader
            | Iterator[bytes]
            | AsyncReader
            | AsyncIterable[bytes]
            | tuple[
                str,
                str
                | PathLike[str]
                | bytes
                | bytearray
                | memoryview
                | Reader
                | Iterator[bytes]
                | AsyncReader
                | AsyncIterable[bytes],
            ]
            | tuple[
                str,
                str
                | PathLike[str]
                | bytes
                | bytearray
                | memoryview
                | Reader
                | Iterator[bytes]
                | AsyncReader
                | AsyncIterable[bytes],
                str,
            ]
            | Mapping[
                str,
                str
                | PathLike[str]
                | bytes
                | bytearray
                | memoryview
                | Reader
                | Iterator[bytes]
                | AsyncReader
                | AsyncIterable[bytes]
                | tuple[
                    str,
                    str
                    | PathLike[str]
                    | bytes
                    | bytearray
                    | memoryview
                    | Reader
                    | Iterator[bytes]
                    | AsyncReader
                    | AsyncIterable[bytes],
                ]
                | tuple[
                    str,
                    str
                    | PathLike[str]
                    | bytes
                    | bytearray
                    | memoryview
                    | Reader
                    | Iterator[bytes]
                    | AsyncReader
                    | AsyncIterable[bytes],
                    str,
                ],
            ]
        ],
        *,
        target_version: str | Unset = UNSET,
        progress: Callable[[int, int | None], object] | None = None,
        wait: Literal[False] = False,
        wait_timeout: float = 300.0,
        **options: Unpack[RequestOptions],
    ) -> DeviceFlashed: ...
    @overload
    async def flash(
        self,
        device_id: str,
        files: str
        | PathLike[str]
        | bytes
        | bytearray
        | memoryview
        | Reader
        | Iterator[bytes]
        | AsyncReader
        | AsyncIterable[bytes]
        | tuple[
            str,
            str
            | PathLike[str]
            | bytes
            | bytearray
            | memoryview
            | Reader
            | Iterator[bytes]
            | AsyncReader
            | AsyncIterable[bytes],
        ]
        | tuple[
            str,
            str
            | PathLike[str]
            | bytes
            | bytearray
            | memoryview
            | Reader
            | Iterator[bytes]
            | AsyncReader
            | AsyncIterable[bytes],
            str,
        ]
        | Mapping[
            str,
            str
            | PathLike[str]
            | bytes
            | bytearray
            | memoryview
            | Reader
            | Iterator[bytes]
            | AsyncReader
            | AsyncIterable[bytes]
            | tuple[
                str,
                str
                | PathLike[str]
                | bytes
                | bytearray
                | memoryview
                | Reader
                | Iterator[bytes]
                | AsyncReader
                | AsyncIterable[bytes],
            ]
            | tuple[
                str,
                str
                | PathLike[str]
                | bytes
                | bytearray
                | memoryview
                | Reader
                | Iterator[bytes]
                | AsyncReader
                | AsyncIterable[bytes],
                str,
            ],
        ]
        | Sequence[
            str
            | PathLike[str]
            | bytes
            | bytearray
            | memoryview
            | Reader
            | Iterator[bytes]
            | AsyncReader
            | AsyncIterable[bytes]
            | tuple[
                str,
                str
                | PathLike[str]
                | bytes
                | bytearray
                | memoryview
                | Reader
                | Iterator[bytes]
                | AsyncReader
                | AsyncIterable[bytes],
            ]
            | tuple[
                str,
                str
                | PathLike[str]
                | bytes
                | bytearray
                | memoryview
                | Reader
                | Iterator[bytes]
                | AsyncReader
                | AsyncIterable[bytes],
                str,
            ]
            | Mapping[
                str,
                str
                | PathLike[str]
                | bytes
                | bytearray
                | memoryview
                | Reader
                | Iterator[bytes]
                | AsyncReader
                | AsyncIterable[bytes]
                | tuple[
                    str,
                    str
                    | PathLike[str]
                    | bytes
                    | bytearray
                    | memoryview
                    | Reader
                    | Iterator[bytes]
                    | AsyncReader
                    | AsyncIterable[bytes],
                ]
                | tuple[
                    str,
                    str
                    | PathLike[str]
                    | bytes
                    | bytearray
                    | memoryview
                    | Reader
                    | Iterator[bytes]
                    | AsyncReader
                    | AsyncIterable[bytes],
                    str,
                ],
            ]
        ],
        *,
        target_version: str | Unset = UNSET,
        progress: Callable[[int, int | None], object] | None = None,
        wait: Literal[True],
        wait_timeout: float = 300.0,
        **options: Unpack[RequestOptions],
    ) -> FlashResult: ...
    @overload
    async def flash(
        self,
        device_id: str,
        files: str
        | PathLike[str]
        | bytes
        | bytearray
        | memoryview
        | Reader
        | Iterator[bytes]
        | AsyncReader
        | AsyncIterable[bytes]
        | tuple[
            str,
            str
            | PathLike[str]
            | bytes
            | bytearray
            | memoryview
            | Reader
            | Iterator[bytes]
            | AsyncReader
            | AsyncIterable[bytes],
        ]
        | tuple[
            str,
            str
            | PathLike[str]
            | bytes
            | bytearray
            | memoryview
            | Reader
            | Iterator[bytes]
            | AsyncReader
            | AsyncIterable[bytes],
            str,
        ]
        | Mapping[
            str,
            str
            | PathLike[str]
            | bytes
            | bytearray
            | memoryview
            | Reader
            | Iterator[bytes]
            | AsyncReader
            | AsyncIterable[bytes]
            | tuple[
                str,
                str
                | PathLike[str]
                | bytes
                | bytearray
                | memoryview
                | Reader
                | Iterator[bytes]
                | AsyncReader
                | AsyncIterable[bytes],
            ]
            | tuple[
                str,
                str
                | PathLike[str]
                | bytes
                | bytearray
                | memoryview
                | Reader
                | Iterator[bytes]
                | AsyncReader
                | AsyncIterable[bytes],
                str,
            ],
        ]
        | Sequence[
            str
            | PathLike[str]
            | bytes
            | bytearray
            | memoryview
            | Reader
            | Iterator[bytes]
            | AsyncReader
            | AsyncIterable[bytes]
            | tuple[
                str,
                str
                | PathLike[str]
                | bytes
                | bytearray
                | memoryview
                | Reader
                | Iterator[bytes]
                | AsyncReader
                | AsyncIterable[bytes],
            ]
            | tuple[
                str,
                str
                | PathLike[str]
                | bytes
                | bytearray
                | memoryview
                | Reader
                | Iterator[bytes]
                | AsyncReader
                | AsyncIterable[bytes],
                str,
            ]
            | Mapping[
                str,
                str
                | PathLike[str]
                | bytes
                | bytearray
                | memoryview
                | Reader
                | Iterator[bytes]
                | AsyncReader
                | AsyncIterable[bytes]
                | tuple[
                    str,
                    str
                    | PathLike[str]
                    | bytes
                    | bytearray
                    | memoryview
                    | Reader
                    | Iterator[bytes]
                    | AsyncReader
                    | AsyncIterable[bytes],
                ]
                | tuple[
                    str,
                    str
                    | PathLike[str]
                    | bytes
                    | bytearray
                    | memoryview
                    | Reader
                    | Iterator[bytes]
                    | AsyncReader
                    | AsyncIterable[bytes],
                    str,
                ],
            ]
        ],
        *,
        target_version: str | Unset = UNSET,
        progress: Callable[[int, int | None], object] | None = None,
        wait: bool,
        wait_timeout: float = 300.0,
        **options: Unpack[RequestOptions],
    ) -> DeviceFlashed | FlashResult: ...
    async def get(self, device_id: str, **options: Unpack[RequestOptions]) -> Device: ...
    async def get_document(
        self, device_id: str, name: str, **options: Unpack[RequestOptions]
    ) -> DeviceDocument: ...
    async def get_variable(
        self, device_id: str, name: str, **options: Unpack[RequestOptions]
    ) -> VariableResult: ...
    async def import_file(
        self,
        file: str
        | PathLike[str]
        | bytes
        | bytearray
        | memoryview
        | Reader
        | Iterator[bytes]
        | AsyncReader
        | AsyncIterable[bytes]
        | tuple[
            str,
            str
            | PathLike[str]
            | bytes
            | bytearray
            | memoryview
            | Reader
            | Iterator[bytes]
            | AsyncReader
            | AsyncIterable[bytes],
        ]
        | tuple[
            str,
            str
            | PathLike[str]
            | bytes
            | bytearray
            | memoryview
            | Reader
            | Iterator[bytes]
            | AsyncReader
            | AsyncIterable[bytes],
            str,
        ]
        | Mapping[
            str,
            str
            | PathLike[str]
            | bytes
            | bytearray
            | memoryview
            | Reader
            | Iterator[bytes]
            | AsyncReader
            | AsyncIterable[bytes]
            | tuple[
                str,
                str
                | PathLike[str]
                | bytes
                | bytearray
                | memoryview
                | Reader
                | Iterator[bytes]
                | AsyncReader
                | AsyncIterable[bytes],
            ]
            | tuple[
                str,
                str
                | PathLike[str]
                | bytes
                | bytearray
                | memoryview
                | Reader
                | Iterator[bytes]
                | AsyncReader
                | AsyncIterable[bytes],
                str,
            ],
        ],
        *,
        claim_user: str | Unset = UNSET,
        import_sims: bool | Unset = UNSET,
        progress: Callable[[int, int | None], object] | None = None,
        **options: Unpack[RequestOptions],
    ) -> DevicesImported: ...
    def list(
        self,
        *,
        device_id: str | Unset = UNSET,
        groups: Sequence[str] | Unset = UNSET,
        device_name: str | Unset = UNSET,
        serial_number: str | Unset = UNSET,
        sort_attr: DeviceSortAttribute | str | Unset = UNSET,
        sort_dir: SortDirection | str | Unset = UNSET,
        quarantined: bool | Unset = UNSET,
        page: int | Unset = UNSET,
        per_page: int | Unset = UNSET,
        **options: Unpack[RequestOptions],
    ) -> AsyncPager[ProductDeviceList, Device]: ...
    async def lock_firmware(
        self,
        device_id: str,
        version: int,
        *,
        flash: bool | Unset = UNSET,
        **options: Unpack[RequestOptions],
    ) -> DeviceFirmwareLocked: ...
    async def mark_as_development(
        self, device_id: str, development: bool = True, **options: Unpack[RequestOptions]
    ) -> DeviceDevelopmentMarked: ...
    async def patch_document(
        self,
        device_id: str,
        name: str,
        operations: Sequence[DeviceDocumentOperation | Mapping[str, Any]]
        | DeviceDocumentOperation
        | Mapping[str, Any],
        **options: Unpack[RequestOptions],
    ) -> DeviceDocument: ...
    async def ping(self, device_id: str, **options: Unpack[RequestOptions]) -> DevicePing: ...
    async def remove(
        self, device_id: str, *, deny: bool | Unset = UNSET, **options: Unpack[RequestOptions]
    ) -> Ok | None: ...
    async def rename(
        self, device_id: str, name: str, **options: Unpack[RequestOptions]
    ) -> DeviceRenamed: ...
    async def set_groups(
        self, device_id: str, groups: Sequence[str], **options: Unpack[RequestOptions]
    ) -> DeviceGroupsSet: ...
    async def set_notes(
        self, device_id: str, notes: str, **options: Unpack[RequestOptions]
    ) -> DeviceNotesSet: ...
    async def set_target_profile(
        self, device_id: str, country: str, **options: Unpack[RequestOptions]
    ) -> EsimTargetSet: ...
    async def signal(
        self, device_id: str, signaling: bool = True, **options: Unpack[RequestOptions]
    ) -> DeviceSignaled: ...
    async def unclaim(self, device_id: str, **options: Unpack[RequestOptions]) -> Ok: ...
    async def unlock_firmware(
        self, device_id: str, **options: Unpack[RequestOptions]
    ) -> DeviceFirmwareLocked: ...
    async def unprotect(
        self,
        device_id: str,
        action: UnprotectAction | str,
        *,
        device_nonce: str | Unset = UNSET,
        server_nonce: str | Unset = UNSET,
        device_signature: str | Unset = UNSET,
        device_public_key_fingerprint: str | Unset = UNSET,
        **options: Unpack[RequestOptions],
    ) -> DeviceUnprotected: ...
    async def update(
        self,
        device_id: str,
        *,
        name: str | Unset = UNSET,
        notes: str | Unset = UNSET,
        signal: bool | Unset = UNSET,
        development: bool | Unset = UNSET,
        desired_firmware_version: int | Unset | None = UNSET,
        flash: bool | Unset = UNSET,
        **options: Unpack[RequestOptions],
    ) -> DeviceUpdated: ...

class Devices:
    def call_function(
        self,
        device_id: str,
        name: str,
        argument: str | float | Unset = UNSET,
        **options: Unpack[RequestOptions],
    ) -> FunctionResult: ...
    def change_product(
        self, device_id: str, product_id: int, **options: Unpack[RequestOptions]
    ) -> DeviceUpdated: ...
    def claim(
        self, device_id: str, *, request_transfer: bool = False, **options: Unpack[RequestOptions]
    ) -> DeviceClaimed: ...
    def create_claim_code(
        self, *, iccid: str | Unset = UNSET, **options: Unpack[RequestOptions]
    ) -> ClaimCode: ...
    @overload
    def download_manufacturing_backup(
        self,
        device_id: str,
        *,
        to: None = None,
        progress: Callable[[int, int | None], object] | None = None,
        **options: Unpack[RequestOptions],
    ) -> bytes: ...
    @overload
    def download_manufacturing_backup(
        self,
        device_id: str,
        *,
        to: str | PathLike[str],
        progress: Callable[[int, int | None], object] | None = None,
        **options: Unpack[RequestOptions],
    ) -> Path: ...
    @overload
    def download_manufacturing_backup(
        self,
        device_id: str,
        *,
        stream: Literal[True],
        progress: Callable[[int, int | None], object] | None = None,
        **options: Unpack[RequestOptions],
    ) -> Download: ...
    @overload
    def flash(
        self,
        device_id: str,
        files: str
        | PathLike[str]
        | bytes
        | bytearray
        | memoryview
        | Reader
        | Iterator[bytes]
        | tuple[
            str, str | PathLike[str] | bytes | bytearray | memoryview | Reader | Iterator[bytes]
        ]
        | tuple[
            str,
            str | PathLike[str] | bytes | bytearray | memoryview | Reader | Iterator[bytes],
            str,
        ]
        | Mapping[
            str,
            str
            | PathLike[str]
            | bytes
            | bytearray
            | memoryview
            | Reader
            | Iterator[bytes]
            | tuple[
                str, str | PathLike[str] | bytes | bytearray | memoryview | Reader | Iterator[bytes]
            ]
            | tuple[
                str,
                str | PathLike[str] | bytes | bytearray | memoryview | Reader | Iterator[bytes],
                str,
            ],
        ]
        | Sequence[
            str
            | PathLike[str]
            | bytes
            | bytearray
            | memoryview
            | Reader
            | Iterator[bytes]
            | tuple[
                str, str | PathLike[str] | bytes | bytearray | memoryview | Reader | Iterator[bytes]
            ]
            | tuple[
                str,
                str | PathLike[str] | bytes | bytearray | memoryview | Reader | Iterator[bytes],
                str,
            ]
            | Mapping[
                str,
                str
                | PathLike[str]
                | bytes
                | bytearray
                | memoryview
                | Reader
                | Iterator[bytes]
                | tuple[
                    str,
                    str | PathLike[str] | bytes | bytearray | memoryview | Reader | Iterator[bytes],
                ]
                | tuple[
                    str,
                    str | PathLike[str] | bytes | bytearray | memoryview | Reader | Iterator[bytes],
                    str,
                ],
            ]
        ],
        *,
        target_version: str | Unset = UNSET,
        progress: Callable[[int, int | None], object] | None = None,
        wait: Literal[False] = False,
        wait_timeout: float = 300.0,
        **options: Unpack[RequestOptions],
    ) -> DeviceFlashed: ...
    @overload
    def flash(
        self,
        device_id: str,
        files: str
        | PathLike[str]
        | bytes
        | bytearray
        | memoryview
        | Reader
        | Iterator[bytes]
        | tuple[
            str, str | PathLike[str] | bytes | bytearray | memoryview | Reader | Iterator[bytes]
        ]
        | tuple[
            str,
            str | PathLike[str] | bytes | bytearray | memoryview | Reader | Iterator[bytes],
            str,
        ]
        | Mapping[
            str,
            str
            | PathLike[str]
            | bytes
            | bytearray
            | memoryview
            | Reader
            | Iterator[bytes]
            | tuple[
                str, str | PathLike[str] | bytes | bytearray | memoryview | Reader | Iterator[bytes]
            ]
            | tuple[
                str,
                str | PathLike[str] | bytes | bytearray | memoryview | Reader | Iterator[bytes],
                str,
            ],
        ]
        | Sequence[
            str
            | PathLike[str]
            | bytes
            | bytearray
            | memoryview
            | Reader
            | Iterator[bytes]
            | tuple[
                str, str | PathLike[str] | bytes | bytearray | memoryview | Reader | Iterator[bytes]
            ]
            | tuple[
                str,
                str | PathLike[str] | bytes | bytearray | memoryview | Reader | Iterator[bytes],
                str,
            ]
            | Mapping[
                str,
                str
                | PathLike[str]
                | bytes
                | bytearray
                | memoryview
                | Reader
                | Iterator[bytes]
                | tuple[
                    str,
                    str | PathLike[str] | bytes | bytearray | memoryview | Reader | Iterator[bytes],
                ]
                | tuple[
                    str,
                    str | PathLike[str] | bytes | bytearray | memoryview | Reader | Iterator[bytes],
                    str,
                ],
            ]
        ],
        *,
        target_version: str | Unset = UNSET,
        progress: Callable[[int, int | None], object] | None = None,
        wait: Literal[True],
        wait_timeout: float = 300.0,
        **options: Unpack[RequestOptions],
    ) -> FlashResult: ...
    @overload
    def flash(
        self,
        device_id: str,
        files: str
        | PathLike[str]
        | bytes
        | bytearray
        | memoryview
        | Reader
        | Iterator[bytes]
        | tuple[
            str, str | PathLike[str] | bytes | bytearray | memoryview | Reader | Iterator[bytes]
        ]
        | tuple[
            str,
            str | PathLike[str] | bytes | bytearray | memoryview | Reader | Iterator[bytes],
            str,
        ]
        | Mapping[
            str,
            str
            | PathLike[str]
            | bytes
            | bytearray
            | memoryview
            | Reader
            | Iterator[bytes]
            | tuple[
                str, str | PathLike[str] | bytes | bytearray | memoryview | Reader | Iterator[bytes]
            ]
            | tuple[
                str,
                str | PathLike[str] | bytes | bytearray | memoryview | Reader | Iterator[bytes],
                str,
            ],
        ]
        | Sequence[
            str
            | PathLike[str]
            | bytes
            | bytearray
            | memoryview
            | Reader
            | Iterator[bytes]
            | tuple[
                str, str | PathLike[str] | bytes | bytearray | memoryview | Reader | Iterator[bytes]
            ]
            | tuple[
                str,
                str | PathLike[str] | bytes | bytearray | memoryview | Reader | Iterator[bytes],
                str,
            ]
            | Mapping[
                str,
                str
                | PathLike[str]
                | bytes
                | bytearray
                | memoryview
                | Reader
                | Iterator[bytes]
                | tuple[
                    str,
                    str | PathLike[str] | bytes | bytearray | memoryview | Reader | Iterator[bytes],
                ]
                | tuple[
                    str,
                    str | PathLike[str] | bytes | bytearray | memoryview | Reader | Iterator[bytes],
                    str,
                ],
            ]
        ],
        *,
        target_version: str | Unset = UNSET,
        progress: Callable[[int, int | None], object] | None = None,
        wait: bool,
        wait_timeout: float = 300.0,
        **options: Unpack[RequestOptions],
    ) -> DeviceFlashed | FlashResult: ...
    def flash_tinker(self, device_id: str, **options: Unpack[RequestOptions]) -> DeviceFlashed: ...
    def force_updates(
        self, device_id: str, forced: bool = True, **options: Unpack[RequestOptions]
    ) -> DeviceUpdatesForced: ...
    def get(self, device_id: str, **options: Unpack[RequestOptions]) -> Device: ...
    def get_variable(
        self, device_id: str, name: str, **options: Unpack[RequestOptions]
    ) -> VariableResult: ...
    def list(self, **options: Unpack[RequestOptions]) -> list[Device]: ...
    def ping(self, device_id: str, **options: Unpack[RequestOptions]) -> DevicePing: ...
    def provision(self, product_id: int, **options: Unpack[RequestOptions]) -> Device: ...
    def rename(
        self, device_id: str, name: str, **options: Unpack[RequestOptions]
    ) -> DeviceRenamed: ...
    def send_public_key(
        self,
        device_id: str,
        key: str | bytes,
        *,
        algorithm: str = "rsa",
        product_id: int | Unset = UNSET,
        **options: Unpack[RequestOptions],
    ) -> Ok: ...
    def set_notes(
        self, device_id: str, notes: str, **options: Unpack[RequestOptions]
    ) -> DeviceNotesSet: ...
    def signal(
        self, device_id: str, signaling: bool = True, **options: Unpack[RequestOptions]
    ) -> DeviceSignaled: ...
    def unclaim(self, device_id: str, **options: Unpack[RequestOptions]) -> Ok: ...
    def unprotect(
        self,
        device_id: str,
        action: UnprotectAction | str,
        *,
        device_nonce: str | Unset = UNSET,
        server_nonce: str | Unset = UNSET,
        device_signature: str | Unset = UNSET,
        device_public_key_fingerprint: str | Unset = UNSET,
        **options: Unpack[RequestOptions],
    ) -> DeviceUnprotected: ...
    def update(
        self,
        device_id: str,
        *,
        name: str | Unset = UNSET,
        notes: str | Unset = UNSET,
        signal: bool | Unset = UNSET,
        **options: Unpack[RequestOptions],
    ) -> DeviceUpdated: ...

class OrgDevices:
    def unprotect(
        self,
        device_id: str,
        action: UnprotectAction | str,
        *,
        device_nonce: str | Unset = UNSET,
        server_nonce: str | Unset = UNSET,
        device_signature: str | Unset = UNSET,
        device_public_key_fingerprint: str | Unset = UNSET,
        **options: Unpack[RequestOptions],
    ) -> DeviceUnprotected: ...

class ProductDevices:
    def add(
        self,
        *,
        id: str | Unset = UNSET,
        ids: Sequence[str] | Unset = UNSET,
        import_sims: bool | Unset = UNSET,
        claim_user: str | Unset = UNSET,
        **options: Unpack[RequestOptions],
    ) -> DevicesImported: ...
    def approve(self, device_id: str, **options: Unpack[RequestOptions]) -> DevicesImported: ...
    def batch_assign_groups(
        self,
        devices: Sequence[str],
        changes: DeviceGroupChanges | Mapping[str, Any],
        **options: Unpack[RequestOptions],
    ) -> Ok: ...
    def call_function(
        self,
        device_id: str,
        name: str,
        argument: str | float | Unset = UNSET,
        **options: Unpack[RequestOptions],
    ) -> FunctionResult: ...
    def create_claim_code(
        self, *, iccid: str | Unset = UNSET, **options: Unpack[RequestOptions]
    ) -> ClaimCode: ...
    def create_registration_code(
        self, device_id: str | Unset = UNSET, **options: Unpack[RequestOptions]
    ) -> RegistrationCode: ...
    def deny(self, device_id: str, **options: Unpack[RequestOptions]) -> Ok | None: ...
    @overload
    def flash(
        self,
        device_id: str,
        files: str
        | PathLike[str]
        | bytes
        | bytearray
        | memoryview
        | Reader
        | Iterator[bytes]
        | tuple[
            str, str | PathLike[str] | bytes | bytearray | memoryview | Reader | Iterator[bytes]
        ]
        | tuple[
            str,
            str | PathLike[str] | bytes | bytearray | memoryview | Reader | Iterator[bytes],
            str,
        ]
        | Mapping[
            str,
            str
            | PathLike[str]
            | bytes
            | bytearray
            | memoryview
            | Reader
            | Iterator[bytes]
            | tuple[
                str, str | PathLike[str] | bytes | bytearray | memoryview | Reader | Iterator[bytes]
            ]
            | tuple[
                str,
                str | PathLike[str] | bytes | bytearray | memoryview | Reader | Iterator[bytes],
                str,
            ],
        ]
        | Sequence[
            str
            | PathLike[str]
            | bytes
            | bytearray
            | memoryview
            | Reader
            | Iterator[bytes]
            | tuple[
                str, str | PathLike[str] | bytes | bytearray | memoryview | Reader | Iterator[bytes]
            ]
            | tuple[
                str,
                str | PathLike[str] | bytes | bytearray | memoryview | Reader | Iterator[bytes],
                str,
            ]
            | Mapping[
                str,
                str
                | PathLike[str]
                | bytes
                | bytearray
                | memoryview
                | Reader
                | Iterator[bytes]
                | tuple[
                    str,
                    str | PathLike[str] | bytes | bytearray | memoryview | Reader | Iterator[bytes],
                ]
                | tuple[
                    str,
                    str | PathLike[str] | bytes | bytearray | memoryview | Reader | Iterator[bytes],
                    str,
                ],
            ]
        ],
        *,
        target_version: str | Unset = UNSET,
        progress: Callable[[int, int | None], object] | None = None,
        wait: Literal[False] = False,
        wait_timeout: float = 300.0,
        **options: Unpack[RequestOptions],
    ) -> DeviceFlashed: ...
    @overload
    def flash(
        self,
        device_id: str,
        files: str
        | PathLike[str]
        | bytes
        | bytearray
        | memoryview
        | Reader
        | Iterator[bytes]
        | tuple[
            str, str | PathLike[str] | bytes | bytearray | memoryview | Reader | Iterator[bytes]
        ]
        | tuple[
            str,
            str | PathLike[str] | bytes | bytearray | memoryview | Reader | Iterator[bytes],
            str,
        ]
        | Mapping[
            str,
            str
            | PathLike[str]
            | bytes
            | bytearray
            | memoryview
            | Reader
            | Iterator[bytes]
            | tuple[
                str, str | PathLike[str] | bytes | bytearray | memoryview | Reader | Iterator[bytes]
            ]
            | tuple[
                str,
                str | PathLike[str] | bytes | bytearray | memoryview | Reader | Iterator[bytes],
                str,
            ],
        ]
        | Sequence[
            str
            | PathLike[str]
            | bytes
            | bytearray
            | memoryview
            | Reader
            | Iterator[bytes]
            | tuple[
                str, str | PathLike[str] | bytes | bytearray | memoryview | Reader | Iterator[bytes]
            ]
            | tuple[
                str,
                str | PathLike[str] | bytes | bytearray | memoryview | Reader | Iterator[bytes],
                str,
            ]
            | Mapping[
                str,
                str
                | PathLike[str]
                | bytes
                | bytearray
                | memoryview
                | Reader
                | Iterator[bytes]
                | tuple[
                    str,
                    str | PathLike[str] | bytes | bytearray | memoryview | Reader | Iterator[bytes],
                ]
                | tuple[
                    str,
                    str | PathLike[str] | bytes | bytearray | memoryview | Reader | Iterator[bytes],
                    str,
                ],
            ]
        ],
        *,
        target_version: str | Unset = UNSET,
        progress: Callable[[int, int | None], object] | None = None,
        wait: Literal[True],
        wait_timeout: float = 300.0,
        **options: Unpack[RequestOptions],
    ) -> FlashResult: ...
    @overload
    def flash(
        self,
        device_id: str,
        files: str
        | PathLike[str]
        | bytes
        | bytearray
        | memoryview
        | Reader
        | Iterator[bytes]
        | tuple[
            str, str | PathLike[str] | bytes | bytearray | memoryview | Reader | Iterator[bytes]
        ]
        | tuple[
            str,
            str | PathLike[str] | bytes | bytearray | memoryview | Reader | Iterator[bytes],
            str,
        ]
        | Mapping[
            str,
            str
            | PathLike[str]
            | bytes
            | bytearray
            | memoryview
            | Reader
            | Iterator[bytes]
            | tuple[
                str, str | PathLike[str] | bytes | bytearray | memoryview | Reader | Iterator[bytes]
            ]
            | tuple[
                str,
                str | PathLike[str] | bytes | bytearray | memoryview | Reader | Iterator[bytes],
                str,
            ],
        ]
        | Sequence[
            str
            | PathLike[str]
            | bytes
            | bytearray
            | memoryview
            | Reader
            | Iterator[bytes]
            | tuple[
                str, str | PathLike[str] | bytes | bytearray | memoryview | Reader | Iterator[bytes]
            ]
            | tuple[
                str,
                str | PathLike[str] | bytes | bytearray | memoryview | Reader | Iterator[bytes],
                str,
            ]
            | Mapping[
                str,
                str
                | PathLike[str]
                | bytes
                | bytearray
                | memoryview
                | Reader
                | Iterator[bytes]
                | tuple[
                    str,
                    str | PathLike[str] | bytes | bytearray | memoryview | Reader | Iterator[bytes],
                ]
                | tuple[
                    str,
                    str | PathLike[str] | bytes | bytearray | memoryview | Reader | Iterator[bytes],
                    str,
                ],
            ]
        ],
        *,
        target_version: str | Unset = UNSET,
        progress: Callable[[int, int | None], object] | None = None,
        wait: bool,
        wait_timeout: float = 300.0,
        **options: Unpack[RequestOptions],
    ) -> DeviceFlashed | FlashResult: ...
    def get(self, device_id: str, **options: Unpack[RequestOptions]) -> Device: ...
    def get_document(
        self, device_id: str, name: str, **options: Unpack[RequestOptions]
    ) -> DeviceDocument: ...
    def get_variable(
        self, device_id: str, name: str, **options: Unpack[RequestOptions]
    ) -> VariableResult: ...
    def import_file(
        self,
        file: str
        | PathLike[str]
        | bytes
        | bytearray
        | memoryview
        | Reader
        | Iterator[bytes]
        | tuple[
            str, str | PathLike[str] | bytes | bytearray | memoryview | Reader | Iterator[bytes]
        ]
        | tuple[
            str,
            str | PathLike[str] | bytes | bytearray | memoryview | Reader | Iterator[bytes],
            str,
        ]
        | Mapping[
            str,
            str
            | PathLike[str]
            | bytes
            | bytearray
            | memoryview
            | Reader
            | Iterator[bytes]
            | tuple[
                str, str | PathLike[str] | bytes | bytearray | memoryview | Reader | Iterator[bytes]
            ]
            | tuple[
                str,
                str | PathLike[str] | bytes | bytearray | memoryview | Reader | Iterator[bytes],
                str,
            ],
        ],
        *,
        claim_user: str | Unset = UNSET,
        import_sims: bool | Unset = UNSET,
        progress: Callable[[int, int | None], object] | None = None,
        **options: Unpack[RequestOptions],
    ) -> DevicesImported: ...
    def list(
        self,
        *,
        device_id: str | Unset = UNSET,
        groups: Sequence[str] | Unset = UNSET,
        device_name: str | Unset = UNSET,
        serial_number: str | Unset = UNSET,
        sort_attr: DeviceSortAttribute | str | Unset = UNSET,
        sort_dir: SortDirection | str | Unset = UNSET,
        quarantined: bool | Unset = UNSET,
        page: int | Unset = UNSET,
        per_page: int | Unset = UNSET,
        **options: Unpack[RequestOptions],
    ) -> Page[ProductDeviceList, Device]: ...
    def lock_firmware(
        self,
        device_id: str,
        version: int,
        *,
        flash: bool | Unset = UNSET,
        **options: Unpack[RequestOptions],
    ) -> DeviceFirmwareLocked: ...
    def mark_as_development(
        self, device_id: str, development: bool = True, **options: Unpack[RequestOptions]
    ) -> DeviceDevelopmentMarked: ...
    def patch_document(
        self,
        device_id: str,
        name: str,
        operations: Sequence[DeviceDocumentOperation | Mapping[str, Any]]
        | DeviceDocumentOperation
        | Mapping[str, Any],
        **options: Unpack[RequestOptions],
    ) -> DeviceDocument: ...
    def ping(self, device_id: str, **options: Unpack[RequestOptions]) -> DevicePing: ...
    def remove(
        self, device_id: str, *, deny: bool | Unset = UNSET, **options: Unpack[RequestOptions]
    ) -> Ok | None: ...
    def rename(
        self, device_id: str, name: str, **options: Unpack[RequestOptions]
    ) -> DeviceRenamed: ...
    def set_groups(
        self, device_id: str, groups: Sequence[str], **options: Unpack[RequestOptions]
    ) -> DeviceGroupsSet: ...
    def set_notes(
        self, device_id: str, notes: str, **options: Unpack[RequestOptions]
    ) -> DeviceNotesSet: ...
    def set_target_profile(
        self, device_id: str, country: str, **options: Unpack[RequestOptions]
    ) -> EsimTargetSet: ...
    def signal(
        self, device_id: str, signaling: bool = True, **options: Unpack[RequestOptions]
    ) -> DeviceSignaled: ...
    def unclaim(self, device_id: str, **options: Unpack[RequestOptions]) -> Ok: ...
    def unlock_firmware(
        self, device_id: str, **options: Unpack[RequestOptions]
    ) -> DeviceFirmwareLocked: ...
    def unprotect(
        self,
        device_id: str,
        action: UnprotectAction | str,
        *,
        device_nonce: str | Unset = UNSET,
        server_nonce: str | Unset = UNSET,
        device_signature: str | Unset = UNSET,
        device_public_key_fingerprint: str | Unset = UNSET,
        **options: Unpack[RequestOptions],
    ) -> DeviceUnprotected: ...
    def update(
        self,
        device_id: str,
        *,
        name: str | Unset = UNSET,
        notes: str | Unset = UNSET,
        signal: bool | Unset = UNSET,
        development: bool | Unset = UNSET,
        desired_firmware_version: int | Unset | None = UNSET,
        flash: bool | Unset = UNSET,
        **options: Unpack[RequestOptions],
    ) -> DeviceUpdated: ...
