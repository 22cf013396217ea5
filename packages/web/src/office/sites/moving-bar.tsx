import { m } from '@chuangcheng/messages'
import { Button } from 'antd'
import { isProblem } from '../../shared/api/api-problem.ts'
import { coordinatesText } from '../../shared/map/rounded-position.ts'
import { ProblemNotice } from '../../shared/ui/problem-notice.tsx'
import { type Moving, useAreasAt } from './use-moving.ts'

type Props = { moving: Moving; refresh: () => Promise<unknown> }

/** Says where the pin stands now, and saves it. */
export function MovingBar({ moving, refresh }: Props) {
  const { draft, saving } = moving
  const areas = useAreasAt(draft)
  const again = isProblem(saving.error, 'changed-meanwhile') && (
    <Button onClick={() => void refresh().then(() => saving.reset())}>{m['office.form.refresh']()}</Button>
  )
  return (
    <div className="moving-bar">
      <div className="moving-text" role="status">
        {draft === null ? (
          <p>{m['office.sites.moveHint']()}</p>
        ) : (
          <>
            <p>{coordinatesText(draft)}</p>
            {areas && (
              <p>
                {areas.length > 0
                  ? m['office.sites.newArea']({ area: areas.map(({ name }) => name).join(' · ') })
                  : m['office.sites.newAreaNone']()}
              </p>
            )}
          </>
        )}
      </div>
      <div className="moving-buttons">
        <Button onClick={moving.stop}>{m['office.sites.moveCancel']()}</Button>
        <Button type="primary" disabled={draft === null} loading={saving.isPending} onClick={moving.save}>
          {m['office.sites.moveSave']()}
        </Button>
      </div>
      <ProblemNotice error={saving.error} action={again} />
    </div>
  )
}
