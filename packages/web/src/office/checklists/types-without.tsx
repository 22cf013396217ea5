import { m } from '@chuangcheng/messages'
import { Button } from 'antd'
import { useState } from 'react'
import { formatCount } from '../../shared/language/format.ts'

/** As many names as are read at a glance. */
const NAMED = 8

type Props = {
  types: readonly { readonly id: string; readonly name: string }[]
  canAdopt: boolean
  onAdopt: () => void
}

/** Types of sites that nobody could inspect yet, by name, with the one step that helps. */
export function TypesWithout({ types, canAdopt, onAdopt }: Props) {
  const [all, setAll] = useState(false)
  if (types.length === 0) return null
  const named = all ? types : types.slice(0, NAMED)
  const names = named.map(({ name }) => name).join(m['office.checklists.listMark']())
  return (
    <section className="notice notice-hint types-without" aria-labelledby="types-without">
      <div className="types-without-text">
        <h2 id="types-without" className="notice-title">
          {m['office.checklists.typesWithout']({ count: formatCount(types.length) })}
        </h2>
        <p>
          {names}
          {named.length < types.length && (
            <Button type="link" size="small" className="inline-button" onClick={() => setAll(true)}>
              {m['office.checklists.allTypes']({ count: formatCount(types.length) })}
            </Button>
          )}
        </p>
      </div>
      {canAdopt && <Button onClick={onAdopt}>{m['office.checklists.adopt']()}</Button>}
    </section>
  )
}
