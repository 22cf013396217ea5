import { m } from '@chuangcheng/messages'

/** One line under the tree: how to go through it without a mouse. */
export function TreeKeys({ editable }: { editable: boolean }) {
  const keys = [
    ['↑ ↓', m['office.frameworks.keys.go']()],
    ['← →', m['office.frameworks.keys.fold']()],
    ['Enter', m['office.frameworks.keys.open']()],
    ...(editable
      ? [
          ['F2', m['office.frameworks.keys.rename']()],
          ['Alt + ↑ ↓ ← →', m['office.frameworks.keys.move']()],
        ]
      : []),
  ]
  return (
    <ul className="tree-keys" aria-label={m['office.frameworks.keys.label']()}>
      {keys.map(([key, meaning]) => (
        <li key={key}>
          <kbd>{key}</kbd> {meaning}
        </li>
      ))}
    </ul>
  )
}
