/**
 * The rooms of the server, lowest first. A room calls only rooms that stand before it. The walls and the diagram in
 * docs/architecture.md are made from this one list.
 */
export const FLOORS = [
  { floor: 1, rooms: ['audit', 'files', 'imports', 'search', 'areas', 'organizations', 'identity'] },
  { floor: 2, rooms: ['sites'] },
  { floor: 3, rooms: ['frameworks', 'checklists', 'mappings', 'duties', 'rulebook', 'self-checks'] },
  { floor: 4, rooms: ['observations', 'cases', 'inspections', 'observation-imports'] },
  { floor: 5, rooms: ['assessments'] },
  { floor: 6, rooms: ['briefings', 'workbench'] },
  { floor: 7, rooms: ['setup'] },
]

export const ROOMS = FLOORS.flatMap(({ rooms }) => rooms)
