import CheckOutlined from '@ant-design/icons/CheckOutlined'
import { m } from '@chuangcheng/messages'
import type { ItemGroup } from '../../../shared/checklist/item-groups.ts'
import { formatCount } from '../../../shared/language/format.ts'
import { groupAnchor } from './item-group.tsx'
import { progressOf, type VisitDraft } from './visit-draft.ts'

/** The dimensions with how far each is; only where there is room beside the items. */
export function GroupLinks({ groups, draft }: { groups: readonly ItemGroup[]; draft: VisitDraft }) {
  return (
    <nav className="visit-groups" aria-label={m['office.visit.groups']()}>
      <ul>
        {groups.map(({ dimension, items }) => {
          const { answered, failed } = progressOf(draft, items)
          const isDone = answered === items.length
          return (
            <li key={dimension}>
              <a href={`#${groupAnchor(dimension)}`}>
                <span>{dimension}</span>
                {failed > 0 && (
                  <b
                    className="visit-groups-failed"
                    title={m['office.visit.failedCount']({ count: formatCount(failed) })}
                  >
                    <span aria-hidden="true">{formatCount(failed)}</span>
                    <span className="visually-hidden">
                      {m['office.visit.failedCount']({ count: formatCount(failed) })}
                    </span>
                  </b>
                )}
                <span className="visit-groups-far">
                  {isDone ? (
                    <CheckOutlined aria-label={m['office.visit.groupDone']()} />
                  ) : (
                    m['office.visit.ofAll']({
                      done: formatCount(answered),
                      count: formatCount(items.length),
                    })
                  )}
                </span>
              </a>
            </li>
          )
        })}
      </ul>
    </nav>
  )
}
