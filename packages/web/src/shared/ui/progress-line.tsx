import './progress-line.css'
import { percentOf } from '../language/percent.ts'

/** How far something is, in words and as a line. */
export function ProgressLine({ done, whole, text }: { done: number; whole: number; text: string }) {
  return (
    <div className="progress">
      <span>{text}</span>
      <ProgressBar done={done} whole={whole} />
    </div>
  )
}

/** The line alone, where the words stand elsewhere. */
export function ProgressBar({ done, whole }: { done: number; whole: number }) {
  return (
    <div className="progress-bar" aria-hidden="true">
      <span style={{ width: `${percentOf(done, whole)}%` }} />
    </div>
  )
}
