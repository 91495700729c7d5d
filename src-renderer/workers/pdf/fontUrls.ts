import bold from '@resources/fonts/SourceSans3-SemiBold.ttf?url'
import bolditalics from '@resources/fonts/SourceSans3-Bold.ttf?url'
import italics from '@resources/fonts/SourceSans3-Italic.ttf?url'
import normal from '@resources/fonts/SourceSans3-Regular.ttf?url'

/** Own files of the application, fetched from its own scheme. */
export const fontUrls = { normal, bold, italics, bolditalics } as const
