import type { Datum } from '@chuangcheng/domain'
import { m } from '@chuangcheng/messages'
import { Button, InputNumber, Select } from 'antd'
import { type ClipboardEvent, useState } from 'react'
import { DATUM_CHOICES } from '../../shared/map/datum-choices.ts'
import { MapView } from '../../shared/map/map-view.tsx'
import { roundedPosition } from '../../shared/map/rounded-position.ts'
import { type DraftPosition, pairIn, pinOf } from './draft-position.ts'
import type { SitePage } from './site-queries.ts'

type Props = {
  /** Given by the form around it. */
  id?: string
  value?: DraftPosition
  onChange?: (value: DraftPosition) => void
  /** The site as it stands, whose position the server has already brought to the map's datum. */
  site: Pick<SitePage, 'position' | 'givenPosition'> | undefined
}

const EMPTY: DraftPosition = { longitude: null, latitude: null, datum: null }

/** A position: typed or pasted as some map gave it, or picked on our own. */
export function PositionField({ id, value = EMPTY, onChange, site }: Props) {
  const [mapOpen, setMapOpen] = useState(false)
  const change = (part: Partial<DraftPosition>) => onChange?.({ ...value, ...part })
  const paste = (event: ClipboardEvent) => {
    const pair = pairIn(event.clipboardData.getData('text'))
    if (!pair) return
    event.preventDefault()
    change(pair)
  }
  const pin = pinOf(value, site)
  return (
    <div className="position-field">
      <div className="position-numbers">
        <InputNumber<number>
          {...(id && { id })}
          className="position-number"
          aria-label={m['office.sites.longitude']()}
          placeholder={m['office.sites.longitude']()}
          controls={false}
          value={value.longitude}
          onChange={(longitude) => change({ longitude })}
          onPaste={paste}
        />
        <InputNumber<number>
          className="position-number"
          aria-label={m['office.sites.latitude']()}
          placeholder={m['office.sites.latitude']()}
          controls={false}
          value={value.latitude}
          onChange={(latitude) => change({ latitude })}
          onPaste={paste}
        />
        <Select<Datum>
          className="position-datum"
          aria-label={m['office.import.datum.title']()}
          placeholder={m['office.import.datum.title']()}
          value={value.datum}
          options={DATUM_CHOICES.map(({ datum, name }) => ({ value: datum, label: name() }))}
          onChange={(datum) => change({ datum })}
        />
      </div>
      <div className="position-buttons">
        <Button size="small" aria-expanded={mapOpen} onClick={() => setMapOpen(!mapOpen)}>
          {mapOpen ? m['office.sites.closeMap']() : m['office.sites.pickOnMap']()}
        </Button>
        {(value.longitude !== null || value.latitude !== null) && (
          <Button size="small" type="text" onClick={() => onChange?.(EMPTY)}>
            {m['office.sites.clearPosition']()}
          </Button>
        )}
      </div>
      {mapOpen && (
        <div className="position-map">
          <MapView
            label={m['office.sites.pickOnMap']()}
            height={280}
            pin={pin}
            onPinMove={(to) => onChange?.({ ...roundedPosition(to), datum: 'WGS84' })}
            alternative={<p>{m['office.sites.typeInstead']()}</p>}
          />
          <p className="position-hint">
            {pin === null && value.longitude !== null
              ? m['office.sites.otherDatum']()
              : m['office.sites.pickHint']()}
          </p>
        </div>
      )}
    </div>
  )
}
