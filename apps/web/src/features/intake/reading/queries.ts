import type { ReadApplicationFragment, ReadAttachmentFragment, ReadMeasureFragment } from '../../../gql/graphql.js';
import { graphql } from '../../../lib/graphql.js';

export type Measure = ReadMeasureFragment;
export type Application = ReadApplicationFragment;
export type AttachmentRow = ReadAttachmentFragment;

graphql(`fragment ReadMeasure on ApplicationMeasure { name unit before after period source }`);

graphql(`
  fragment ReadApplication on ApplicationRecord {
    id place appliedFrom appliedTo status isFirst benefitKind benefitAmount confirmedAt confirmationNote
    unit { id shortName } confirmedBy { id fullName } measures { ...ReadMeasure }
  }
`);

graphql(`
  fragment ReadAttachment on Attachment {
    id kind caption supports confidentiality position file { id name state type size declaredSize }
  }
`);
