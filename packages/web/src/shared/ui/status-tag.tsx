import './status-tag.css'

/** What a status asks of the reader: nothing special, in motion, good, look, act. */
export type Tone = 'plain' | 'active' | 'good' | 'caution' | 'alarm'

/** A status in a word; the word says it, the color only helps. */
export function StatusTag({ tone = 'plain', children }: { tone?: Tone; children: string }) {
  return <span className={`status-tag status-${tone}`}>{children}</span>
}
