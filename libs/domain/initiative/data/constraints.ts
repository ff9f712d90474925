import { onConstraint } from '@kit/database';
import { notFound } from '@kit/errors';
import { authorTwice } from '../dossier.errors.js';
import {
  adopterTwice, benefitAmountUnfit, datesReversed, duplicateInvalid, duplicateUnderEvaluation, fileTwice, firstRecordTwice,
  supplementAlreadyRequested, wrongState,
} from '../initiative.errors.js';

// The keys carry the tenant: an id of another ward violates them just as one that never was.
onConstraint('initiative_campaign', () => notFound({}, ['input', 'campaignId']));
onConstraint('initiative_field', () => notFound({}, ['input', 'fieldId']));
onConstraint('initiative_unit', () => notFound({}, ['input', 'submittingUnitId']));
onConstraint('initiative_investor', () => notFound({}, ['input', 'investorUnitId']));
onConstraint('initiative_author_person', () => notFound({}, ['input', 'authors']));
onConstraint('first_adopter_person', () => notFound({}, ['input', 'adopters']));
onConstraint('application_record_unit', () => notFound({}, ['input', 'records']));
onConstraint('attachment_file', () => notFound({}, ['input', 'fileId']));

// The use cases find these first and name the very field; the database has the last word.
onConstraint('initiative_application_period', () => datesReversed({}, ['input', 'firstApplicationEndsOn']));
onConstraint('initiative_author_once', () => authorTwice(undefined, ['input', 'authors']));
onConstraint('first_adopter_person_once', () => adopterTwice({}, ['input', 'adopters']));
onConstraint('application_record_period', () => datesReversed({}, ['input', 'records']));
onConstraint('application_record_benefit', () => benefitAmountUnfit({}, ['input', 'records']));
onConstraint('application_record_one_first', () => firstRecordTwice({}, ['input', 'records']));
onConstraint('attachment_file_once', () => fileTwice({}, ['input', 'fileId']));
onConstraint('initiative_not_its_own_duplicate', () => duplicateInvalid({}, ['input', 'duplicateOfId']));
onConstraint('initiative_one_evaluation', () => duplicateUnderEvaluation());
onConstraint('formal_check_one_return', () => supplementAlreadyRequested());
onConstraint('formal_check_one_end', () => wrongState());
