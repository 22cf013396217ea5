import type { CaseFile } from '../case-queries.ts'

/** What a step's form is given: the case, and what to say when it is done. */
export type StepProps = { one: CaseFile; onDone: (text: string) => void }
