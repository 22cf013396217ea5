export type {
  Block,
  DocumentColumn,
  DocumentPicture,
  DocumentSection,
  FigureRun,
  Inline,
  PrintedDocument,
  Text,
} from './document.ts'
export { DOCX, writeDocument } from './write-document.ts'
