export type { Block, DocumentColumn, DocumentTable, PrintedDocument } from './document.ts'
export { DOCX, writeDocument } from './write-document.ts'
