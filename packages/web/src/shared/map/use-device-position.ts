import { useState } from 'react'
import type { Position } from './map-props.ts'

export type DevicePosition = Position & { readonly accuracy: number }
export type PositionState = 'idle' | 'asking' | 'refused' | 'unknown'

const PATIENCE = 15_000

/** Asks the device once where it is, when the reader says so; nothing is watched. */
export function useDevicePosition(onTaken: (position: DevicePosition) => void) {
  const [state, setState] = useState<PositionState>('idle')
  const ask = () => {
    if (!('geolocation' in navigator)) {
      setState('unknown')
      return
    }
    setState('asking')
    navigator.geolocation.getCurrentPosition(
      ({ coords: { longitude, latitude, accuracy } }) => {
        setState('idle')
        onTaken({ longitude, latitude, accuracy })
      },
      (error) => setState(error.code === error.PERMISSION_DENIED ? 'refused' : 'unknown'),
      { enableHighAccuracy: true, timeout: PATIENCE, maximumAge: 30_000 },
    )
  }
  return { state, ask }
}
