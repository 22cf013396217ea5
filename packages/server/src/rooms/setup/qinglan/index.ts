export { type QinglanFiles, type QinglanOptions, writeQinglan } from './write.ts'
