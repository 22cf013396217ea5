import './search-box.css'
import SearchOutlined from '@ant-design/icons/SearchOutlined'
import { m } from '@chuangcheng/messages'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useRouter } from '@tanstack/react-router'
import { type KeyboardEvent, useCallback, useDeferredValue, useEffect, useRef, useState } from 'react'
import { call, type Response } from '../../shared/api/client.ts'
import { useDismiss } from '../../shared/ui/use-dismiss.ts'

type Found = Response<'search'>['items'][number]

const KINDS = ['site', 'organization', 'area', 'user'] as const
const PAGES = { site: '/sites', organization: '/organizations', area: '/areas', user: '/users' } as const
const KIND_NAMES = {
  site: m['office.search.kind.site'],
  organization: m['office.search.kind.organization'],
  area: m['office.search.kind.area'],
  user: m['office.search.kind.user'],
} as const

/** The one search box: `/` comes here from anywhere, arrow keys choose, Enter opens. */
export function SearchBox() {
  const [words, setWords] = useState('')
  const [open, setOpen] = useState(false)
  const [chosen, setChosen] = useState(0)
  const box = useRef<HTMLDivElement>(null)
  const field = useRef<HTMLInputElement>(null)
  const router = useRouter()
  const { found, searching } = useFound(words)
  useDismiss(
    box,
    open,
    useCallback(() => setOpen(false), []),
  )
  useSlashKey(field)

  const show = (item: Found | undefined) => {
    if (!item) return
    setOpen(false)
    setWords('')
    field.current?.blur()
    router.history.push(`${PAGES[item.kind]}/${item.id}`)
  }
  const move = (step: number) => {
    setOpen(true)
    if (found.length > 0) setChosen((chosen + step + found.length) % found.length)
  }
  const press = (event: KeyboardEvent) => {
    // While an input method composes, Enter and arrows belong to it.
    if (event.nativeEvent.isComposing || !/^(ArrowDown|ArrowUp|Enter)$/.test(event.key)) return
    event.preventDefault()
    if (event.key === 'Enter') show(found[chosen])
    else move(event.key === 'ArrowDown' ? 1 : -1)
  }
  const listed = open && words.trim() !== ''

  return (
    <search className="search-box" ref={box}>
      <SearchOutlined className="search-icon" aria-hidden="true" />
      <input
        ref={field}
        type="text"
        role="combobox"
        autoComplete="off"
        spellCheck={false}
        aria-label={m['office.search.label']()}
        aria-expanded={listed}
        aria-controls="search-results"
        aria-autocomplete="list"
        aria-activedescendant={listed && found[chosen] ? `search-${chosen}` : undefined}
        placeholder={m['office.search.placeholder']()}
        maxLength={60}
        value={words}
        onChange={(event) => {
          setWords(event.target.value)
          setChosen(0)
          setOpen(true)
        }}
        onFocus={() => setOpen(true)}
        onKeyDown={press}
      />
      <span className="search-key" aria-hidden="true">
        /
      </span>
      <div className={listed ? 'search-panel sheet' : 'visually-hidden'}>
        <div id="search-results" role="listbox" aria-label={m['office.search.results']()}>
          {listed && <Results found={found} chosen={chosen} onChoose={setChosen} onShow={show} />}
        </div>
        <p className="search-state" role="status">
          {listed &&
            found.length === 0 &&
            (searching ? m['office.search.searching']() : m['office.search.nothing']())}
        </p>
      </div>
    </search>
  )
}

type ResultsProps = {
  found: Found[]
  chosen: number
  onChoose: (place: number) => void
  onShow: (item: Found) => void
}

/** The answers in groups of one kind; positions count through all groups. */
function Results({ found, chosen, onChoose, onShow }: ResultsProps) {
  return KINDS.filter((kind) => found.some((item) => item.kind === kind)).map((kind) => (
    // biome-ignore lint/a11y/useSemanticElements: a group of options in a listbox is no fieldset
    <div key={kind} role="group" aria-label={KIND_NAMES[kind]()}>
      <div className="search-heading" aria-hidden="true">
        {KIND_NAMES[kind]()}
      </div>
      {found.map((item, place) =>
        item.kind === kind ? (
          // The keyboard stays in the field (aria-activedescendant); options only take the pointer.
          // biome-ignore lint/a11y/useKeyWithClickEvents: see above
          <div
            key={item.id}
            id={`search-${place}`}
            role="option"
            tabIndex={-1}
            aria-selected={place === chosen}
            className="search-option"
            onMouseMove={() => onChoose(place)}
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => onShow(item)}
          >
            <span className="search-title">{item.title}</span>
            <span className="search-detail">{item.detail}</span>
          </div>
        ) : null,
      )}
    </div>
  ))
}

function useFound(words: string): { found: Found[]; searching: boolean } {
  const q = useDeferredValue(useSettled(words.trim(), 120))
  const { data, isFetching } = useQuery({
    queryKey: ['search', q],
    queryFn: ({ signal }) => call('search', { query: { text: q, limit: 20 }, signal }),
    enabled: q !== '',
    placeholderData: keepPreviousData,
  })
  const items = q === '' ? [] : (data?.items ?? [])
  // In the order of the groups on the screen, so that the arrow keys go straight down.
  const found = KINDS.flatMap((kind) => items.filter((item) => item.kind === kind))
  return { found, searching: isFetching || q !== words.trim() }
}

/** The value once it has been still for `pause` milliseconds. */
function useSettled(value: string, pause: number): string {
  const [settled, setSettled] = useState(value)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), pause)
    return () => clearTimeout(timer)
  }, [value, pause])
  return settled
}

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName))

function useSlashKey(field: { readonly current: HTMLInputElement | null }): void {
  useEffect(() => {
    const listen = (event: globalThis.KeyboardEvent) => {
      if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target))
        return
      event.preventDefault()
      field.current?.focus()
      field.current?.select()
    }
    document.addEventListener('keydown', listen)
    return () => document.removeEventListener('keydown', listen)
  }, [field])
}
