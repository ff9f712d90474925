import { DomainEvent } from '@kit/events';

/** The bytes of a file lie in quarantine and wait for their check. */
export class UploadReceived extends DomainEvent {
  static override readonly type = 'file.upload-received';

  constructor(
    readonly tenantId: string,
    readonly fileId: string,
  ) {
    super();
  }
}

/** The bytes of a file were checked; `state` is READY or REJECTED. */
export class FileChecked extends DomainEvent {
  static override readonly type = 'file.checked';

  constructor(
    readonly tenantId: string,
    readonly fileId: string,
    readonly state: 'READY' | 'REJECTED',
  ) {
    super();
  }
}
