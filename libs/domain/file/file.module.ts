import { Module } from '@nestjs/common';
import { DatabaseModule } from '@kit/database';
import { InspectionModule } from '@kit/inspection';
import { FileDoors } from './api/file.doors.js';
import { FileResolver } from './api/file.resolver.js';
import { SiteLimitsResolver } from './api/site-limits.resolver.js';
import { FileTexts } from './data/file-texts.js';
import { FilesRepository } from './data/files.repository.js';
import { FileFacade } from './file.facade.js';
import { FileReadersRegistry } from './file-readers.js';
import { InspectReceivedFile } from './handlers/inspect-received-file.js';
import { UploadHousekeeper } from './handlers/upload-housekeeper.js';
import { FileEntity } from './model/file.entity.js';
import { CancelUpload } from './usecases/cancel-upload.js';
import { CheckBytes } from './usecases/check-bytes.js';
import { CheckStoredFiles } from './usecases/check-stored-files.js';
import { CompleteUpload } from './usecases/complete-upload.js';
import { InspectFile } from './usecases/inspect-file.js';
import { MakeDownloadLink } from './usecases/make-download-link.js';
import { MoveFiles } from './usecases/move-files.js';
import { OpenDownload } from './usecases/open-download.js';
import { ReceiveBytes } from './usecases/receive-bytes.js';
import { RequestUpload } from './usecases/request-upload.js';
import { ResumeUpload } from './usecases/resume-upload.js';
import { TidyUploads } from './usecases/tidy-uploads.js';
import { UploadTickets } from './usecases/upload-tickets.js';

const ACTS = [RequestUpload, ResumeUpload, ReceiveBytes, CompleteUpload, CancelUpload, InspectFile, MakeDownloadLink, OpenDownload, TidyUploads, MoveFiles, CheckStoredFiles];

@Module({
  imports: [DatabaseModule.forFeature([FileEntity]), InspectionModule],
  controllers: [FileDoors],
  providers: [FilesRepository, FileTexts, CheckBytes, FileResolver, SiteLimitsResolver, FileFacade, FileReadersRegistry, UploadTickets, InspectReceivedFile, UploadHousekeeper, ...ACTS],
  exports: [FileFacade, FileReadersRegistry, ...ACTS],
})
export class FileModule {}
