import { m } from '@chuangcheng/messages'

export const STEPS = ['file', 'columns', 'check', 'done'] as const
export type WizardStep = (typeof STEPS)[number]

const NAMES: Readonly<Record<WizardStep, () => string>> = {
  file: m['office.import.step.file'],
  columns: m['office.import.step.columns'],
  check: m['office.import.step.check'],
  done: m['office.import.step.done'],
}

/** Where the import is, of its four steps. */
export function StepList({ current }: { current: WizardStep }) {
  const reached = STEPS.indexOf(current)
  return (
    <ol className="import-steps" aria-label={m['office.import.steps']()}>
      {STEPS.map((step, place) => {
        const past = place < reached || current === 'done'
        return (
          <li
            key={step}
            className={past ? 'import-step-past' : undefined}
            aria-current={step === current ? 'step' : undefined}
          >
            <span className="import-step-mark" aria-hidden="true">
              {past ? '✓' : place + 1}
            </span>
            {NAMES[step]()}
            {past && <span className="visually-hidden">{m['office.import.stepDone']()}</span>}
          </li>
        )
      })}
    </ol>
  )
}
