String log = new File(basedir, 'build.log').text.replaceAll(/ +/, ' ')

// Java
assert log.contains('agencyNam Unknown option. Did you mean: [agencyName]')
assert log.contains('consumerStrategy Invalid enum value: OLDEST. Possible values: [LATEST, TRIM_HORIZON]')
assert log.contains('deliverTimeInterval Invalid integer value: often')
assert log.contains('pasword Unknown option.')
assert !log.contains('SECRET')

// XML
assert log.contains('obsBuketPath Unknown option. Did you mean: [obsBucketPath]')
assert log.contains('ifExists Invalid enum value: skip. Possible values: [fail, ignore, ignoreSame, replace]')
assert log.contains('retryDuration Invalid integer value: long')

assert log.contains('Endpoint validation error: (7 = passed, 7 = invalid, 0 = incapable, 0 = unknown components')
