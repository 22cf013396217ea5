import AimOutlined from '@ant-design/icons/AimOutlined'
import { m } from '@chuangcheng/messages'
import { Button } from 'antd'
import { metersBetween } from '../../../shared/map/distance.ts'
import type { Position } from '../../../shared/map/map-props.ts'
import { useDevicePosition } from '../../../shared/map/use-device-position.ts'
import { positionWords } from './position-words.ts'
import type { TakenPosition } from './visit-draft.ts'

type Props = {
  /** of the site, as the register has it */
  site: Position | null
  taken: TakenPosition | null
  onTake: (position: TakenPosition | null) => void
}

/** Takes the position once, when the reader says so, and says what it is for. */
export function PositionRow({ site, taken, onTake }: Props) {
  const { state, ask } = useDevicePosition(onTake)
  return (
    <div className="visit-position">
      <AimOutlined aria-hidden="true" className={taken ? 'visit-position-taken' : undefined} />
      <p role="status">
        {taken ? <Taken taken={taken} site={site} /> : m['office.visit.positionWhat']()}
        {(state === 'refused' || state === 'unknown') && (
          <span className="visit-position-problem">{m[`office.visit.position.${state}`]()}</span>
        )}
      </p>
      {taken ? (
        <Button type="text" onClick={() => onTake(null)}>
          {m['office.visit.positionDrop']()}
        </Button>
      ) : (
        <Button loading={state === 'asking'} onClick={ask}>
          {m['office.visit.positionTake']()}
        </Button>
      )}
    </div>
  )
}

/** Beyond this either the reader is elsewhere or the register is wrong; it is said, and nothing is refused. */
const FAR = 1000

function Taken({ taken, site }: { taken: TakenPosition; site: Position | null }) {
  const meters = site === null ? null : metersBetween(taken, site)
  return (
    <>
      {positionWords(meters, taken.accuracy)}
      {meters !== null && meters > FAR && (
        <span className="visit-position-problem">{m['office.visit.positionFar']()}</span>
      )}
    </>
  )
}
