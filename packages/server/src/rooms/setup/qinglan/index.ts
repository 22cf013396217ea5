export { type QinglanFiles, writeQinglan } from './write.ts'
