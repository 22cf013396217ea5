import { m } from '@chuangcheng/messages'
import type { Response } from '../api/client.ts'
import { UploadBox } from '../ui/upload-box.tsx'
import type { ImportKind } from './import-order.ts'
import { StepSheet } from './step-sheet.tsx'

const TABLE = { accept: '.xlsx,.csv', hint: m['office.import.file.hintTable'] }
const FILES: Readonly<Record<ImportKind, { accept: string; hint: () => string }>> = {
  Duties: { accept: TABLE.accept, hint: m['office.import.file.hintDuties'] },
  Sites: { accept: '.xlsx,.csv,.geojson,.json', hint: m['office.import.file.hintSites'] },
  SiteTypes: TABLE,
  Areas: TABLE,
  AreaBoundaries: { accept: '.geojson,.json', hint: m['office.import.file.hintBoundaries'] },
  Organizations: TABLE,
  Users: TABLE,
  Checklists: TABLE,
}

type Props = { kind: ImportKind; again: boolean; onStored: (file: Response<'uploadFile'>) => void }

export function FileStep({ kind, again, onStored }: Props) {
  return (
    <StepSheet
      title={m['office.import.file.title']()}
      lead={m['office.import.file.promise']()}
      takesFocus={again}
    >
      <UploadBox
        label={m['office.import.file.label']()}
        hint={FILES[kind].hint()}
        accept={FILES[kind].accept}
        onStored={onStored}
      />
    </StepSheet>
  )
}
