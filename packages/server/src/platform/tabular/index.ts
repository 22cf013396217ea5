export type { FeatureTable } from './read-geojson.ts'
export { readFeatureTable, readTable } from './read-table.ts'
export type { ReadOptions, Table } from './table.ts'
export { type SheetToWrite, writeCsv, writeWorkbook } from './write-table.ts'
