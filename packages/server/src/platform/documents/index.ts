export type { PrintedDocument } from './document.ts'
export { DOCX, writeDocument } from './write-document.ts'
