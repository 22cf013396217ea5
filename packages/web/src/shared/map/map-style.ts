import type { FeatureCollection } from 'geojson'
import type { ExpressionSpecification, LayerSpecification, StyleSpecification } from 'maplibre-gl'

/** Colors of the city's own map: quiet, so that what is drawn on it speaks. */
const PAPER = '#f3f2ec'
const WATER = '#bcd9dc'
const PARK = '#d5e5ce'
const BUILDING = '#e7e4da'
const STREET = '#ffffff'
const CASING = '#dcd9cd'
const MAIN_ROAD = '#fbe6b8'
const MAIN_CASING = '#e0c78d'
const LETTERING = '#5a5f57'

const kind = (name: string): ExpressionSpecification => ['==', ['get', 'kind'], name]
const byZoom = (...stops: [number, number][]): ExpressionSpecification => [
  'interpolate',
  ['exponential', 1.5],
  ['zoom'],
  ...stops.flat(),
]
/** Classes of roads, the smallest first, with their widths in pixels at zoom 10, 14 and 18 and where they begin to show. */
const ROADS = [
  { name: 'residential', widths: [0.3, 2, 12], from: 13, main: false },
  { name: 'secondary', widths: [0.6, 4, 18], from: 11, main: false },
  { name: 'primary', widths: [1, 6, 24], from: 9, main: false },
  { name: 'trunk', widths: [1.4, 7, 28], from: 0, main: true },
  { name: 'motorway', widths: [1.8, 8, 30], from: 0, main: true },
] as const

function roadLayers(part: 'casing' | 'fill'): LayerSpecification[] {
  return ROADS.map(({ name, widths: [far, middle, near], from, main }) => {
    const extra = part === 'casing' ? 1.6 : 0
    return {
      id: `road-${name}-${part}`,
      type: 'line',
      source: 'base',
      minzoom: from,
      filter: ['all', kind('road'), ['==', ['get', 'class'], name]],
      layout: { 'line-cap': 'round', 'line-join': 'round' },
      paint: {
        'line-color': part === 'casing' ? (main ? MAIN_CASING : CASING) : main ? MAIN_ROAD : STREET,
        'line-width': byZoom([10, far + extra / 2], [14, middle + extra], [18, near + extra]),
      },
    }
  })
}

const lettering = {
  'text-color': LETTERING,
  'text-halo-color': 'rgba(255,255,255,.9)',
  'text-halo-width': 1.4,
} as const

/** The name in the middle of each water and park; along roads. Drawn above everything but the sites. */
const NAMES: LayerSpecification[] = [
  {
    id: 'name-road',
    type: 'symbol',
    source: 'base',
    minzoom: 13,
    filter: kind('road'),
    layout: {
      'symbol-placement': 'line',
      'symbol-spacing': 420,
      'text-field': ['get', 'name'],
      'text-size': 11.5,
      'text-letter-spacing': 0.1,
    },
    paint: lettering,
  },
  {
    id: 'name-place',
    type: 'symbol',
    source: 'base',
    minzoom: 11,
    filter: ['any', kind('water'), kind('park')],
    layout: { 'text-field': ['get', 'name'], 'text-size': 12, 'text-padding': 6 },
    paint: {
      ...lettering,
      'text-color': ['match', ['get', 'kind'], 'water', '#2f6a73', '#47703c'],
    },
  },
]

/** The city's own base map as a style; nothing is fetched from anywhere else. */
export function baseStyle(map: FeatureCollection): StyleSpecification {
  return {
    version: 8,
    sources: { base: { type: 'geojson', data: map, tolerance: 0.3 } },
    layers: [
      { id: 'paper', type: 'background', paint: { 'background-color': PAPER } },
      { id: 'park', type: 'fill', source: 'base', filter: kind('park'), paint: { 'fill-color': PARK } },
      { id: 'water', type: 'fill', source: 'base', filter: kind('water'), paint: { 'fill-color': WATER } },
      {
        id: 'building',
        type: 'fill',
        source: 'base',
        minzoom: 14,
        filter: kind('building'),
        paint: { 'fill-color': BUILDING, 'fill-outline-color': '#d9d5c8' },
      },
      ...roadLayers('casing'),
      ...roadLayers('fill'),
      ...NAMES,
    ],
  }
}

const TEAL = '#0f5e6e'

/** Points may say how things stand there (property `tone`); those that say nothing are sites and no more. */
const BY_TONE: ExpressionSpecification = [
  'match',
  ['get', 'tone'],
  'open',
  '#6d7a79',
  'good',
  '#3f8a4c',
  'alarm',
  '#c8483e',
  TEAL,
]

/** Layers over the base map: boundaries, then sites in clusters that open as one comes near. */
export const OVERLAYS: LayerSpecification[] = [
  {
    id: 'area-wash',
    type: 'fill',
    source: 'areas',
    paint: {
      'fill-color': TEAL,
      'fill-opacity': ['case', ['==', ['get', 'id'], ['global-state', 'chosen']], 0.16, 0.04],
    },
  },
  {
    id: 'area-line',
    type: 'line',
    source: 'areas',
    paint: { 'line-color': TEAL, 'line-opacity': 0.55, 'line-width': 1.3, 'line-dasharray': [4, 2] },
  },
  {
    id: 'area-name',
    type: 'symbol',
    source: 'areas',
    layout: { 'text-field': ['get', 'name'], 'text-size': 13, 'text-padding': 4 },
    paint: { 'text-color': TEAL, 'text-halo-color': '#fff', 'text-halo-width': 1.6 },
  },
  {
    id: 'cluster',
    type: 'circle',
    source: 'points',
    filter: ['has', 'point_count'],
    paint: {
      'circle-color': TEAL,
      'circle-opacity': 0.88,
      'circle-stroke-color': 'rgba(15,94,110,.24)',
      'circle-stroke-width': 5,
      'circle-radius': ['step', ['get', 'point_count'], 13, 20, 16, 100, 20, 1000, 25],
    },
  },
  {
    id: 'cluster-count',
    type: 'symbol',
    source: 'points',
    filter: ['has', 'point_count'],
    layout: { 'text-field': ['get', 'point_count'], 'text-size': 12, 'text-allow-overlap': true },
    paint: { 'text-color': '#fff' },
  },
  {
    id: 'point',
    type: 'circle',
    source: 'points',
    filter: ['!', ['has', 'point_count']],
    paint: {
      'circle-color': ['case', ['==', ['get', 'id'], ['global-state', 'chosen']], '#c8372d', BY_TONE],
      'circle-radius': ['interpolate', ['linear'], ['zoom'], 11, 4, 16, 7.5],
      'circle-stroke-color': '#fff',
      'circle-stroke-width': 1.8,
    },
  },
  {
    id: 'point-name',
    type: 'symbol',
    source: 'points',
    minzoom: 14.5,
    filter: ['!', ['has', 'point_count']],
    layout: {
      'text-field': ['get', 'name'],
      'text-size': 12,
      'text-offset': [0, 1],
      'text-anchor': 'top',
      'text-optional': true,
    },
    paint: { 'text-color': '#1c2526', 'text-halo-color': '#fff', 'text-halo-width': 1.6 },
  },
]
