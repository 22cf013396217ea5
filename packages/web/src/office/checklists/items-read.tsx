import { m } from '@chuangcheng/messages'
import { groupsOf } from '../../shared/checklist/item-groups.ts'
import { formatCount } from '../../shared/language/format.ts'
import type { ChecklistVersion, Item } from './checklist-queries.ts'
import { answerWords, photoName } from './checklist-words.ts'

/** All that a version says, dimension by dimension. */
export function ItemsRead({ version }: { version: ChecklistVersion }) {
  return (
    <div className="items-read">
      {version.protocol && <p className="items-protocol">{version.protocol}</p>}
      {groupsOf(version.items).map(({ dimension, items }) => (
        <section key={dimension} aria-label={dimension}>
          <h3 className="items-dimension">
            {dimension}
            <span>{m['office.checklists.itemsCount']({ count: formatCount(items.length) })}</span>
          </h3>
          <ul>
            {items.map((item) => (
              <li key={item.id} className="item-read">
                <span className="item-code">{item.code}</span>
                <ItemWords item={item} />
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  )
}

function ItemWords({ item }: { item: Item }) {
  return (
    <div className="item-words">
      <p className="item-text">{item.text}</p>
      {item.protocol && <p className="item-how">{m['office.checklists.how']({ text: item.protocol })}</p>}
      {item.exemptions.length > 0 && (
        <p className="item-exempt">
          {m['office.checklists.preview.exempt']({
            list: item.exemptions.join(m['office.checklists.exemptionMark']()),
          })}
        </p>
      )}
      <p className="item-facts">
        <span>{answerWords(item.answer)}</span>
        <span>
          {item.photo === 'onFailure' && item.photoPurpose
            ? m['office.checklists.photoFor']({ rule: photoName(item.photo), purpose: item.photoPurpose })
            : photoName(item.photo)}
        </span>
        {item.weight !== 1 && <span>{m['office.checklists.weightOf']({ weight: item.weight })}</span>}
      </p>
    </div>
  )
}
