import { graphql } from '../../lib/graphql.js';
import type { AttachmentsOfFragment } from '../../gql/graphql.js';
import './queries.js';

export type Attachments = AttachmentsOfFragment;
export type AttachmentItem = Attachments['attachments'][number];

graphql(`
  fragment AttachmentsOf on Initiative {
    id revision
    faults { ...DossierFaultParts }
    attachments { id kind caption supports confidentiality file { id name state size declaredSize rejection } }
  }
`);

export const ATTACH_FILE = graphql(`mutation AttachFile($input: AttachFileInput!) { attachFile(input: $input) { ...AttachmentsOf } }`);
export const CHANGE_ATTACHMENT = graphql(`mutation ChangeAttachment($input: ChangeAttachmentInput!) { changeAttachment(input: $input) { ...AttachmentsOf } }`);
export const REMOVE_ATTACHMENT = graphql(`mutation RemoveAttachment($attachmentId: ID!) { removeAttachment(attachmentId: $attachmentId) { ...AttachmentsOf } }`);
