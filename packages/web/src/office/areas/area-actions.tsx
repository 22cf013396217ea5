import { m } from '@chuangcheng/messages'
import { Button } from 'antd'
import { useState } from 'react'
import { useMay } from '../../shared/session/session.ts'
import { AddAreaDrawer, EditAreaDrawer } from './area-drawer.tsx'
import type { AreaPage } from './area-queries.ts'
import { SuccessionDrawer } from './succession-drawer.tsx'

/** What can be done with an area, and the drawers behind it. */
export function AreaActions({ area }: { area: AreaPage }) {
  const may = useMay()
  const [opened, setOpened] = useState<'add' | 'edit' | 'succeed' | null>(null)
  const close = () => setOpened(null)
  if (!may('area.edit')) return null
  return (
    <>
      {area.level !== 'city' && area.validTo === null && (
        <Button onClick={() => setOpened('succeed')}>{m['office.areas.succession']()}</Button>
      )}
      {area.level !== 'gridCell' && (
        <Button onClick={() => setOpened('add')}>{m['office.areas.addChild']()}</Button>
      )}
      <Button type="primary" onClick={() => setOpened('edit')}>
        {m['office.areas.edit']()}
      </Button>
      {opened === 'add' && <AddAreaDrawer parent={area} onClose={close} />}
      {opened === 'edit' && <EditAreaDrawer area={area} onClose={close} />}
      {opened === 'succeed' && <SuccessionDrawer area={area} onClose={close} />}
    </>
  )
}

/** Adds one from the register's own page. */
export function AddArea() {
  const may = useMay()
  const [open, setOpen] = useState(false)
  if (!may('area.edit')) return null
  return (
    <>
      <Button type="primary" onClick={() => setOpen(true)}>
        {m['office.areas.add']()}
      </Button>
      {open && <AddAreaDrawer parent={null} onClose={() => setOpen(false)} />}
    </>
  )
}
