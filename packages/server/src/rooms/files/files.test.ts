import { createHash } from 'node:crypto'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import exifr from 'exifr'
import sharp from 'sharp'
import { v7 as uuidv7 } from 'uuid'
import { describe, expect, it } from 'vitest'
import { type Client, useHouse } from '../../testing/house.ts'

const house = useHouse()

const send = (client: Client, bytes: Buffer, name: string, id = uuidv7()) =>
  client.sendBytes(`/api/files?id=${id}&name=${encodeURIComponent(name)}`, bytes)

const photo = () =>
  sharp({ create: { width: 1200, height: 900, channels: 3, background: '#0f5e6e' } })
    .withExif({
      IFD0: { Make: 'Phone', ImageDescription: '清澜' },
      IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '32/1 0/1 0/1' },
    })
    .jpeg()
    .toBuffer()

describe('a file', () => {
  it('is stored under the hash of its content, once, whatever its name', async () => {
    const admin = await house.administrator()
    const bytes = Buffer.from('编号,名称\n1,甲\n')
    const first = (await send(admin, bytes, '甲.csv')).json()
    const second = (await send(admin, bytes, '乙.csv')).json()
    expect(first.hash).toBe(createHash('sha256').update(bytes).digest('hex'))
    expect(second.hash).toBe(first.hash)
    expect(second.id).not.toBe(first.id)
    const stored = readdirSync(join(house.folder, 'files'), { recursive: true, withFileTypes: true })
    expect(stored.filter((entry) => entry.isFile() && entry.name === first.hash)).toHaveLength(1)
  })

  it('comes back byte for byte, by the name it was given', async () => {
    const admin = await house.administrator()
    const bytes = Buffer.alloc(300_000, '清澜')
    const { id } = (await send(admin, bytes, '说明.txt')).json()
    const answer = await admin.get(`/api/files/${id}`)
    expect(answer.rawPayload.equals(bytes)).toBe(true)
    expect(answer.headers['content-disposition']).toContain(encodeURIComponent('说明.txt'))
  })

  it('sent twice under the same id is stored once; the id of another’s file is refused', async () => {
    const admin = await house.administrator()
    const id = uuidv7()
    const first = await send(admin, Buffer.from('a,b\n1,2\n'), 'a.csv', id)
    const again = await send(admin, Buffer.from('a,b\n1,2\n'), 'a.csv', id)
    expect(again.json()).toEqual(first.json())
    const clerk = await house.givenUser({ role: 'inspector' })
    expect((await send(clerk, Buffer.from('c,d\n1,2\n'), 'c.csv', id)).json().code).toBe('duplicate')
  })

  it('that is meant to be a picture is refused when it is none', async () => {
    const admin = await house.administrator()
    const url = (name: string) => `/api/files?id=${uuidv7()}&picture=true&name=${encodeURIComponent(name)}`
    const answer = await admin.sendBytes(url('现场.jpg'), Buffer.from('这不是照片'))
    expect(answer.json()).toMatchObject({
      code: 'file.type-refused',
      title: '“现场.jpg”的内容是 text/plain，不支持这种文件。可以上传：JPG、PNG、WebP',
    })
    expect((await admin.sendBytes(url('现场.jpg'), await photo())).statusCode).toBe(200)
  })

  it('is judged by its content: a program named .xlsx is refused, an empty one too', async () => {
    const admin = await house.administrator()
    const program = Buffer.concat([Buffer.from('7f454c46020101', 'hex'), Buffer.alloc(4000)])
    const refusals = [await send(admin, program, '点位.xlsx'), await send(admin, Buffer.alloc(0), '空.csv')]
    expect(refusals.map((answer) => answer.json())).toMatchObject([
      { code: 'file.type-refused', title: expect.stringContaining('“点位.xlsx”') },
      { code: 'file.empty', title: expect.stringContaining('“空.csv”') },
    ])
  })

  it('too large is refused while it streams, and leaves nothing behind', async () => {
    const admin = await house.administrator()
    const answer = await send(admin, Buffer.alloc(65 * 1_048_576, 'a'), '大.csv')
    expect([answer.statusCode, answer.json().code]).toEqual([413, 'file.too-large'])
    expect(answer.json().title).toContain('“大.csv”')
    expect(readdirSync(join(house.folder, 'files', 'incoming'))).toEqual([])
  })

  it('is shown to its owner only, and never to another city', async () => {
    const admin = await house.administrator()
    const { id } = (await send(admin, Buffer.from('x,y\n1,2\n'), 'x.csv')).json()
    const clerk = await house.givenUser({ role: 'inspector' })
    const stranger = await house.administrator(house.otherCity)
    expect((await clerk.get(`/api/files/${id}`)).statusCode).toBe(404)
    expect((await stranger.get(`/api/files/${id}`)).statusCode).toBe(404)
  })
})

describe('a picture', () => {
  it('is shown without EXIF, and as a thumbnail of at most 480 pixels', async () => {
    const admin = await house.administrator()
    const bytes = await photo()
    expect((await exifr.parse(bytes))?.Make).toBe('Phone')
    const { id } = (await send(admin, bytes, '照片.jpg')).json()
    const full = await admin.get(`/api/files/${id}`)
    expect(full.headers['content-type']).toBe('image/webp')
    const meta = await sharp(full.rawPayload).metadata()
    expect([meta.width, meta.height, meta.exif]).toEqual([1200, 900, undefined])
    const small = await admin.get(`/api/files/${id}/thumbnail`)
    expect((await sharp(small.rawPayload).metadata()).width).toBe(480)
  })

  it('that cannot be drawn is not found rather than a failure of ours', async () => {
    const admin = await house.administrator()
    const broken = (await photo()).subarray(0, 400)
    const { id } = (await send(admin, broken, '坏.jpg')).json()
    expect((await admin.get(`/api/files/${id}/thumbnail`)).statusCode).toBe(404)
  })
})
