import { m } from '@chuangcheng/messages'

const STEPS = ['file', 'columns', 'check', 'done'] as const
/** Where an import may be; `names` only where a table names what the city does not know. */
export type WizardStep = (typeof STEPS)[number] | 'names'

const NAMES: Readonly<Record<WizardStep, () => string>> = {
  file: m['office.import.step.file'],
  columns: m['office.import.step.columns'],
  names: m['office.import.step.names'],
  check: m['office.import.step.check'],
  done: m['office.import.step.done'],
}

/** Where the import is, of its steps. */
export function StepList({ current, steps = STEPS }: { current: WizardStep; steps?: readonly WizardStep[] }) {
  const reached = steps.indexOf(current)
  return (
    <ol className="import-steps" aria-label={m['office.import.steps']()}>
      {steps.map((step, place) => {
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
