String log = new File(basedir, 'build.log').text

// Four endpoints: two of "direct" and two of "dis-dump". An unknown component would be counted as such.
assert log.contains('Endpoint validation success: (4 = passed, 0 = invalid, 0 = incapable, 0 = unknown components')
assert log.contains('Configuration validation success: (4 = passed, 0 = invalid')
