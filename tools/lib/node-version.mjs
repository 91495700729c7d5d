// Imported first by every command: an old Node must hear what is wrong before newer syntax or
// functions are touched.
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)

if (major < 20 || (major === 20 && minor < 19)) {
  console.error(
    `Palet heeft Node.js 20.19 of nieuwer nodig; hier staat versie ${process.versions.node}. ` +
      'Installeer een nieuwere versie van https://nodejs.org en start het commando opnieuw.',
  )
  process.exit(1)
}
