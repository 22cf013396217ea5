import { m } from '@chuangcheng/messages'
import { Button } from 'antd'

/** Which keys do what; for whom the mouse is too slow. */
export function KeysHelp({ canUndo, onUndo }: { canUndo: boolean; onUndo: () => void }) {
  const keys = [
    { keys: ['Y', 'Enter'], does: m['office.mappings.confirm']() },
    { keys: ['N'], does: m['office.mappings.refuse']() },
    { keys: ['1', '–', '9'], does: m['office.mappings.key.pick']() },
    { keys: ['0'], does: m['office.mappings.key.rest']() },
    { keys: ['J', 'K'], does: m['office.mappings.key.tie']() },
    { keys: ['←', '→'], does: m['office.mappings.key.item']() },
    { keys: ['U'], does: m['office.mappings.undo']() },
  ]
  return (
    <div className="keys-help">
      <dl aria-label={m['office.mappings.keys']()}>
        {keys.map((line) => (
          <div key={line.does}>
            <dt>
              {line.keys.map((key) => (key === '–' ? <span key={key}>–</span> : <kbd key={key}>{key}</kbd>))}
            </dt>
            <dd>{line.does}</dd>
          </div>
        ))}
      </dl>
      <Button disabled={!canUndo} onClick={onUndo}>
        {m['office.mappings.undo']()}
      </Button>
    </div>
  )
}
