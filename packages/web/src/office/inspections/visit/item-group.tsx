import { m } from '@chuangcheng/messages'
import type { AskedItem } from '../../../shared/checklist/answers.ts'
import type { ItemGroup } from '../../../shared/checklist/item-groups.ts'
import { formatCount } from '../../../shared/language/format.ts'
import { type CardActions, ItemCard } from './item-card.tsx'
import { answerOf, givenTo, type VisitDraft } from './visit-draft.ts'

type Props = {
  group: ItemGroup
  firstPlace: number
  draft: VisitDraft
  failedBefore: ReadonlySet<string>
  missing: ReadonlySet<string>
  currentId: string | null
  actions: CardActions
  onRest: (items: readonly AskedItem[]) => void
}

export const groupAnchor = (dimension: string): string => `group-${encodeURIComponent(dimension)}`

/** A dimension of the checklist; its name and count stay in sight while one goes through it. */
export function ItemGroupSection(props: Props) {
  const { group, firstPlace, draft, failedBefore, missing, currentId, actions, onRest } = props
  const open = group.items.filter((item) => answerOf(draft, item) === null).length
  return (
    <section className="visit-group" id={groupAnchor(group.dimension)} aria-label={group.dimension}>
      <div className="visit-group-head">
        <h2>{group.dimension}</h2>
        <span>
          {m['office.visit.ofAll']({
            done: formatCount(group.items.length - open),
            count: formatCount(group.items.length),
          })}
        </span>
        {open > 0 && (
          <button type="button" className="visit-group-rest" onClick={() => onRest(group.items)}>
            {m['office.visit.groupConforms']()}
          </button>
        )}
      </div>
      <ol>
        {group.items.map((item, at) => (
          <ItemCard
            key={item.id}
            item={item}
            place={firstPlace + at}
            given={givenTo(draft, item.id)}
            failedBefore={failedBefore.has(item.id)}
            isMissing={missing.has(item.id)}
            isCurrent={item.id === currentId}
            actions={actions}
          />
        ))}
      </ol>
    </section>
  )
}
