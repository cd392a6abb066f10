String log = new File(basedir, 'build.log').text.replaceAll(/ +/, ' ')

assert log.contains('projct-id Unknown option')
assert log.contains('max-retries Invalid integer value: many')
assert log.contains('wait-for-state Invalid enum value: STOPPED. Possible values: [RUNNING]')
assert log.contains('Configuration validation error: (0 = passed, 3 = invalid')
