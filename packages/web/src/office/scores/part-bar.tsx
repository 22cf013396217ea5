import { m } from '@chuangcheng/messages'
import { type Exact, pointsText } from './numbers.ts'

type Props = {
  parts: { readonly points: Exact; readonly earned: Exact; readonly lost: Exact; readonly open: Exact }
  label: string
}

/** What was earned, lost and is open, as lengths of one bar; the numbers stand beside it. */
export function PartBar({ parts, label }: Props) {
  const { earned, lost, open } = parts
  const words = m['office.scores.bar']({
    name: label,
    earned: pointsText(earned),
    lost: pointsText(lost),
    open: pointsText(open),
  })
  // Lengths that add up to less than one would leave the bar unfilled.
  const whole = earned.decimal + lost.decimal + open.decimal
  const shown = (
    [
      ['earned', earned],
      ['lost', lost],
      ['open', open],
    ] as const
  ).filter(([, { decimal }]) => decimal > 0)
  return (
    <div className="part-bar" role="img" aria-label={words}>
      {shown.map(([name, { decimal }]) => (
        <span key={name} className={`part part-${name}`} style={{ flexGrow: (100 * decimal) / whole }} />
      ))}
    </div>
  )
}
