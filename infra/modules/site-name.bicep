// What an azd environment may be called is more than what a host name, a host id or a queue may: azd takes capitals,
// points, underscores and parentheses, and up to 64 characters.

var letters = 'abcdefghijklmnopqrstuvwxyz0123456789'

// What is no letter and no digit parts words; parts without anything between them vanish, and with them hyphens that
// are doubled, or stand at an end.
func wordsOf(text string) string[] =>
  filter(
    split(
      join(
        map(
          range(0, length(text)),
          i => contains(letters, toLower(substring(text, i, 1))) ? toLower(substring(text, i, 1)) : '-'
        ),
        ''
      ),
      '-'
    ),
    word => !empty(word)
  )

func joined(words string[]) string => join(words, '-')

// Azure refuses these in the address of a resource:
// https://learn.microsoft.com/azure/azure-resource-manager/troubleshooting/error-reserved-resource-name
func isReserved(text string) bool =>
  contains(text, 'microsoft') || contains(text, 'windows') || startsWith(text, 'login') || startsWith(text, 'xbox')

// At most this many characters, so that with what makes it unique it stays below the 32 of a host id.
func shortened(text string) string => joined(wordsOf(take(text, 20)))

@export()
@description('Small letters, digits and single hyphens, at most 20 of them, whatever the environment is called.')
func siteNameOf(environmentName string) string =>
  empty(wordsOf(environmentName)) || isReserved(joined(wordsOf(environmentName)))
    ? 'site'
    : shortened(joined(wordsOf(environmentName)))
