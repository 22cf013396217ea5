import { createServer } from 'node:net'
import Fastify from 'fastify'
import { describe, expect, it } from 'vitest'
import { listenOn, mustBeListenable } from './listening.ts'

const HERE = { host: '127.0.0.1', port: '0' }
const ownFile = import.meta.filename

describe('where the server listens', () => {
  it.each([
    [{ port: 'http' }, /端口.*http[\s\S]*PORT must be a number/],
    [{ port: '70000' }, /70000/],
    [{ port: '-1' }, /PORT/],
    [{ tlsCertificate: 'a.pem' }, /一起给出[\s\S]*together/],
    [{ tlsKey: 'a.pem' }, /一起给出/],
    [{ tlsCertificate: '/nowhere/a.pem', tlsKey: '/nowhere/b.pem' }, /ENOENT.*\/nowhere\/a\.pem/],
    [{ tlsCertificate: ownFile, tlsKey: ownFile }, /TLS/],
  ])('%j is refused in both languages, with the exit code of surroundings', (wrong, sentence) => {
    const check = () => mustBeListenable({ ...HERE, ...wrong })
    expect(check).toThrow(sentence)
    expect(check).toThrow(expect.objectContaining({ name: 'StartRefused', exitCode: 5 }))
  })

  it('is told when another program has the port, or the address is not ours', async () => {
    const other = createServer().listen(0, '127.0.0.1')
    await new Promise((resolve) => other.once('listening', resolve))
    const address = other.address()
    const port = String(typeof address === 'object' ? address?.port : '')
    const app = Fastify()
    await expect(listenOn(app, { ...HERE, port })).rejects.toThrow(/占用[\s\S]*another program/)
    await expect(listenOn(Fastify(), { ...HERE, host: '192.0.2.1' })).rejects.toThrow(/HOST/)
    other.close()
    await app.close()
  })
})
