import './placeholder-lines.css'
import { m } from '@chuangcheng/messages'

/** Uneven, as text is. */
const WIDTHS = [92, 63, 81, 52, 70, 88, 59, 77]

/** Grey lines where text is about to appear. */
export function PlaceholderLines({ lines = 4 }: { lines?: number }) {
  return (
    <div className="placeholder-lines">
      <span className="visually-hidden" role="status">
        {m['office.ui.loading']()}
      </span>
      {WIDTHS.slice(0, lines).map((width) => (
        <span key={width} style={{ width: `${width}%` }} />
      ))}
    </div>
  )
}
